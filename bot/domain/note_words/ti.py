"""Tigrinya, also typed in Latin letters."""

from bot.domain.note_words.words import Words

_DAYS = (
    "ሰኑይ, ሶኒ, senuy, sonuy",
    "ሰሉስ, ሠሉስ, selus, slus",
    "ረቡዕ, ሮብ, ሮቡዕ, rebue, robue, rob",
    "ሓሙስ, ሃሙስ, hamus",
    "ዓርቢ, ዓርብ, ኣርቢ, አርቢ, arbi, aribi",
    "ቀዳም, ቀዳመ, qedam, kedam",
    "ሰንበት, እሁድ, senbet",
)

TIGRINYA = Words(
    days={
        0: "ሎሚ, ሎምዓንቲ, ሎሚ መዓልቲ, ሎሚ ንግሆ, lomi, lomanti",
        -1: "ትማሊ, ትማል, ትማሊ ምሸት, timali, tmali",
        -2: "ቅድሚ ትማሊ, ቅድም ትማሊ, ቅድሚ ክልተ መዓልቲ, qdmi tmali, kidmi timali",
        -3: "ቅድሚ ሰለስተ መዓልቲ",
        -7: "ቅድሚ ሓደ ሰሙን",
        1: "ጽባሕ, ጽባሕ ንግሆ, tsbah, tsibah",
        2: "ድሕሪ ጽባሕ",
    },
    weekdays=tuple(
        ", ".join(
            f"{before}{form}"
            for form in forms.split(", ")
            for before in ("", "ብ", "ናይ ", "ዕለት ", "መዓልቲ ", "ኣብ ", "ብዕለት ", "nay ", "b", "meaalti ")
        )
        for forms in _DAYS
    ),
    months=(
        "ጥሪ",
        "ለካቲት",
        "መጋቢት",
        "ሚያዝያ",
        "ግንቦት",
        "ሰነ",
        "ሓምለ",
        "ነሓሰ",
        "መስከረም",
        "ጥቅምቲ",
        "ሕዳር, ኖቬምበር",
        "ታሕሳስ, ዲሴምበር",
    ),
    numbers={
        0.5: "ፍርቂ, ፈረቓ",
        1: "ሓደ, ሓንቲ, hade, hanti",
        1.5: "ሓደን ፈረቓን, ሓደን ፍርቅን",
        2: "ክልተ, kilte, klte",
        2.5: "ክልተን ፈረቓን",
        3: "ሰለስተ, selste, seleste",
        4: "ኣርባዕተ, arbate",
        5: "ሓሙሽተ, hamushte",
        6: "ሽዱሽተ",
        7: "ሸውዓተ",
        8: "ሸሞንተ",
        9: "ትሽዓተ",
        10: "ዓሰርተ",
        11: "ዓሰርተ ሓደ",
        12: "ዓሰርተ ክልተ",
    },
    hours="ሰዓት, ሰዓታት, ሰኣት, ሳዓት, ሰዓታ, seat, seatat, saat, se'at, seaat",
    minutes="ደቒቓ, ደቂቃ, ደቓይቕ",
    whole={30: "ፍርቂ ሰዓት, ፈረቓ ሰዓት", 90: "ሰዓትን ፈረቓን, ሓደ ሰዓትን ፈረቓን"},
    more={30: "ን ፈረቓ, ን ፍርቂ, ፈረቓ, ፍርቂ"},
    last="ዝሓለፈ, ዝሓለፈት",
    coming="ዝመጽእ, ዝመጽእ ዘሎ",
    last_week="ዝሓለፈ ሰሙን",
    clock="ሰዓት",
    till="ክሳብ, ክሳዕ",
    fillers="ኣነ, ንሕና, ሰሪሐ, ሰርሐ, ሰራሕኩ, ሰሪሐ ነይረ, ነይረ, ኔረ, ኔይረ, ሓጊዘ, ሓገዝኩ, ተጻዊተ, ተጻወትኩ, ከይደ, ከድኩ, ጌረ, ገይረ, "
    "ገበርኩ, ተሳቲፈ, ተሳተፍኩ, ንኣስታት, ኣስታት, ንግሆ, ምሸት, ድሕሪ ቀትሪ, ሰላም, በጃኻ, በጃኹም, የቐንየለይ, ከምኡ'ውን, እየ, ውዒለ, ane, "
    "serihe, serihe neyre, neyre, hagize, tetsawite, keyde, gere, selam, serahku, iye, nere",
    edges="ኣብ, ናብ, ምስ, ን, ብ, ናይ, እቲ, እታ, ሓደ, ab, nab, ms, nay, iti, ዕለት, መዓልቲ",
    asks="ክንደይ, እንታይ, መን, ኣበይ, መዓስ, ስለምንታይ, ንምንታይ, ከመይ, ኣየናይ, ኣየነይቲ, ዶ, ድዩ, ዲዩ, ድየን, ድየ, ዲየ, እዩ, ይከኣል, "
    "እኽእል, ክኽእል, ኣለኒ, ክገብር, ግድን, የድሊ, ይቑጸር, ይቑጸራ, ኣይኮነን, ኣይከድኩን, የለን, ኩሉ, ኩሎም, ኩሉ ግዜ, ነፍሲ ወከፍ, እንተ, ተሪፉ, "
    "ተሪፉኒ, ግን, ኢላ, ኢሉ, ይብል, እደሊ, ወይ, kndey, kinidey, entay, do, dyu, diyu, kem, kemey, maas, yikal, "
    "ykal, aykonen",
)
