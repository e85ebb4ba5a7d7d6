"""English."""

from bot.domain.note_words.words import Words

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TYPED = (
    "",
    "tusday, tues, teusday",
    "wensday, wednsday",
    "thrusday, thurs",
    "fryday, freday",
    "saterday, satday",
    "",
)

ENGLISH = Words(
    days={
        0: "today, this morning, this afternoon, this evening, tonight, 2day",
        -1: "yesterday, yday, yestarday, yesturday, last night, yesterday morning, yesterday evening, "
        "yesterday afternoon",
        -2: "the day before yesterday, day before yesterday, 2 days ago, two days ago",
        -3: "3 days ago, three days ago",
        -7: "a week ago, one week ago, 1 week ago",
        1: "tomorrow, tmrw, tomorow",
        2: "the day after tomorrow",
    },
    weekdays=tuple(
        ", ".join(
            [
                typed,
                day,
                f"{day}s",
                *(f"{day} {part}" for part in ("morning", "afternoon", "evening", "night")),
            ]
        )
        for day, typed in zip(_DAYS, _TYPED, strict=True)
    ),
    short_weekdays="mon, tue, wed, thu, fri, sat, sun",
    months=(
        "january, jan",
        "february, feb",
        "march, mar",
        "april, apr",
        "may",
        "june, jun",
        "july, jul",
        "august, aug",
        "september, sept, sep",
        "october, oct",
        "november, nov",
        "december, dec",
    ),
    numbers={
        0.5: "half, half a, half an",
        1: "one, an, a",
        1.5: "one and a half, one and half, 1 and a half, 1 and half",
        2: "two, couple of",
        2.5: "two and a half, two and half, 2 and a half, 2 and half",
        3: "three",
        3.5: "three and a half, 3 and a half",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
    },
    hours="hour, hours, hr, hrs, h, hs, houers, houres, hourss, our, ours",
    minutes="min, mins, minute, minutes, minuts",
    whole={
        15: "quarter of an hour",
        30: "half hour, half an hour, half a hour",
        45: "three quarters of an hour",
    },
    more={15: "and a quarter", 30: "and a half, and half", 45: "and three quarters"},
    last="last, past, previous",
    coming="next, coming",
    last_week="last week",
    clock="at",
    till="to, till, until",
    fillers="i, i've, ive, i have, did, do, done, was, were, we, had, have, been, worked, helped, "
    "played, went, spent, doing, attended, joined, in the morning, in the afternoon, in the evening, "
    "about, around, total, in total, hello, hi, hey, please, pls, note, add, write, also, good morning, "
    "today i, just, sir, madam, thanks, long, volunteered",
    edges="for, at, in, on, the, to, with, a, an, of, my, from, and, by, as, this, there, some, it",
    asks="how, what, who, where, when, why, which, can, could, may, must, should, shall, will, would, "
    "count, counts, counted, does, not, don't, dont, didn't, didnt, no, never, every, each, always, "
    "per week, per month, weekly, if, need, left, yet, late, but, says, said, told, only, is it, are my, "
    "is my, ok, enough, allowed, am, so far, instead, want, wants, cancel, missed, until now, help me, "
    "please help, because, or, paid, salary, payslip, boss, fired",
)
