"""Spanish."""

from bot.domain.note_words.words import Words

SPANISH = Words(
    days={
        0: "hoy, esta mañana, esta tarde, esta noche",
        -1: "ayer, ayer por la tarde, ayer por la mañana, ayer por la noche, anoche",
        -2: "anteayer, antes de ayer, antier, antesdeayer, hace 2 días, hace dos días",
        -3: "hace 3 días, hace tres días",
        -7: "hace una semana",
        1: "mañana",
        2: "pasado mañana",
    },
    weekdays=(
        "lunes",
        "martes",
        "miércoles, miercole",
        "jueves, juebes",
        "viernes, biernes",
        "sábado, sabado, savado",
        "domingo",
    ),
    short_weekdays="lun, mar, mié, jue, vie, sáb, dom",
    months=(
        "enero, ene",
        "febrero, feb",
        "marzo",
        "abril, abr",
        "mayo",
        "junio, jun",
        "julio, jul",
        "agosto, ago",
        "septiembre, setiembre, sep",
        "octubre, oct",
        "noviembre, nov",
        "diciembre, dic",
    ),
    numbers={
        0.5: "media",
        1: "una, un",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
    },
    hours="hora, horas, h, hs, ora, oras, hrs, horitas, horita",
    minutes="minuto, minutos, min",
    whole={
        15: "cuarto de hora, un cuarto de hora",
        30: "media hora, media ora",
        60: "una horita",
        90: "hora y media",
    },
    more={15: "y cuarto", 30: "y media, y 1/2", 45: "y tres cuartos"},
    last="pasado, pasada, último",
    coming="próximo, que viene, proximo",
    last_week="la semana pasada, semana pasada",
    clock="a las, a la, las",
    till="a, hasta, a las",
    fillers="yo, hice, hise, ise, he, hecho, estuve, estube, fui, trabajé, ayudé, jugué, hemos, hicimos, "
    "participé, durante, por la mañana, por la tarde, por la noche, en la mañana, en la tarde, hola, "
    "buenas, gracias, por favor, unas, total, en total, más o menos, casi, anota, apunta, pasé, también, "
    "estado, trabajado, ayudando, jugando",
    edges="en, el, la, los, las, al, a, de, del, con, un, una, y, mi, para, por",
    asks="cuánto, cuánta, cuántas, cuántos, qué, que, quién, dónde, cuándo, por qué, cómo, cuál, puedo, "
    "puede, debo, tengo, hay, cuenta, cuentan, no, nunca, cada, todos los, siempre, por semana, por mes, "
    "si, falta, faltan, tarde, pero, dice, quiero, vale, sirve, o, todavía, todavia, salario, sueldo, "
    "nómina, jefe",
)
