"""French, as people type it on a phone, from Brussels to Dakar."""

from bot.domain.note_words.words import Words

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_TYPED = ("lindi", "", "mecredi, mercrdi", "jedi", "vandredi, vendrdi", "samdi, semedi", "dimanch, dimenche")

FRENCH = Words(
    days={
        0: "aujourd'hui, aujourd hui, ojourdui, aujourdui, ajd, auj, ajrd, ce matin, cet après-midi, "
        "cet aprem, ce soir",
        -1: "hier, hié, yer, ier, hier soir, hier matin, hier après-midi, hier aprem",
        -2: "avant-hier, avanthier, il y a 2 jours, il y a deux jours",
        -3: "il y a 3 jours, il y a trois jours",
        -7: "il y a une semaine, il y a 1 semaine",
        1: "demain",
        2: "après-demain",
    },
    weekdays=tuple(
        ", ".join(
            [typed, day, *(f"{day} {part}" for part in ("matin", "soir", "après-midi", "aprem", "midi"))]
        )
        for day, typed in zip(_DAYS, _TYPED, strict=True)
    ),
    short_weekdays="lun, mar, mer, jeu, ven, sam, dim",
    months=(
        "janvier, janv",
        "février, fevrier, fev, fevr",
        "mars",
        "avril, avr",
        "mai",
        "juin",
        "juillet, juil",
        "août, aout",
        "septembre, sept",
        "octobre, oct",
        "novembre, nov",
        "décembre, dec",
    ),
    numbers={
        0.5: "demi, demie, une demi, une demie",
        1: "un, une",
        2: "deux",
        3: "trois, troi",
        4: "quatre, quatr, katre",
        5: "cinq, cinc",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
    },
    hours="heure, heures, h, heur, heurs, hr, hrs, eur, eures",
    minutes="minute, minutes, min, mn, minut",
    whole={
        15: "quart d'heure, un quart d'heure",
        30: "demi-heure, une demi-heure, demie heure, une demie heure, 1/2 heure",
        45: "trois quarts d'heure, 3/4 d'heure",
        60: "une petite heure",
    },
    more={15: "et quart, et un quart", 30: "et demie, et demi, et dmi, et demis", 45: "trois quarts"},
    last="dernier, dernière, passé, passée",
    coming="prochain, prochaine",
    last_week="la semaine dernière, semaine dernière, la semaine passée",
    clock="à, vers, dès",
    till="à, jusqu'à",
    fillers="je, j ai, j étais, j'ai, jai, j'é, jé, g, ai, fait, fai, fais, suis, j'étais, jetais, "
    "étais, était, été, nous, on a, avons, travaillé, aidé, joué, allé, allée, participé, passé, "
    "environ, le matin, le soir, l'après-midi, total, en tout, bonjour, salut, bonsoir, svp, stp, merci, "
    "noter, note, notez, c'était, presque, aussi, comme bénévole, travailler, aidée, jouer",
    edges="pendant, pr, pour, au, à, a, à la, aux, dans, en, de, du, la, le, les, l', des, chez, avec, "
    "un, une, et, sur, ce, d', mon, ma",
    asks="combien, cb, conbien, comment, quand, kan, quoi, qui, où, pourquoi, quel, quelle, quels, "
    "quelles, est-ce, es-ce, esce, esk, peux, peut, puis-je, jpeu, peu, dois, doit, jdoi, faut, compte, "
    "comptent, compter, comptées, pas, jamais, chaque, tous les, toutes les, tjrs, toujours, "
    "par semaine, par mois, si, reste, retard, mais, dit, veux, veut, jveu, voudrais, encore, seulement, "
    "suffit, manque, ou, suis-je, ai-je, les lundis, les mardis, les mercredis, les jeudis, "
    "les vendredis, les samedis, les dimanches, car, parce, annuler, fiche de paie, salaire, payé, patron",
)
