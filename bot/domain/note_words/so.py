"""Somali."""

from bot.domain.note_words.words import Words

SOMALI = Words(
    days={
        0: "maanta, manta, saaka, caawa, maanta galab",
        -1: "shalay, shaley, shalayto, xalay, shalay galab, shalay subax",
        -2: "doraad, dorraad, dorad, laba maalmood kahor, laba maalmood ka hor, 2 maalmood ka hor",
        -3: "saddex maalmood ka hor, 3 maalmood ka hor",
        -7: "toddobaad ka hor",
        1: "berri, beri, barri",
        2: "saadambe",
    },
    weekdays=(
        "isniin, isniintii, isniinta, maalintii isniinta, isnin, isnintii",
        "talaado, talaadadii, talaadada, talado, taladadii, talaadaddii",
        "arbaco, arbacadii, arbacada, arbaca, arbacaddii",
        "khamiis, khamiistii, khamiista, khamis, khamistii",
        "jimce, jimcihii, jimcaha, jimcadii, jimco, jumce",
        "sabti, sabtidii, sabtida, sabtigii, sabtiga",
        "axad, axaddii, axadda, axadii, axada, ahad",
    ),
    months=(
        "janaayo, jannaayo",
        "febraayo",
        "maarso",
        "abriil, abril",
        "maajo, meey",
        "juun",
        "luulyo",
        "agoosto",
        "sebtembar, sebteembar",
        "oktoobar",
        "nofembar, nofeembar",
        "disembar, diseembar",
    ),
    numbers={
        0.5: "nus",
        1: "hal",
        1.5: "hal iyo bar, saac iyo bar",
        2: "laba, labo, lba",
        2.5: "laba iyo bar",
        3: "saddex, sadex",
        4: "afar",
        5: "shan",
        6: "lix",
        7: "toddoba, todobo",
        8: "siddeed, sideed",
        9: "sagaal",
        10: "toban",
        11: "kow iyo toban",
        12: "laba iyo toban",
    },
    hours="saac, saacadood, saacado, saacad, saacadod, sac, sacadood, saacadaha, sacad, sacadod, saacaddood",
    minutes="daqiiqo, daqiiqadood, daqiqo",
    whole={
        30: "nus saac, saac barkeed, nuska saac, bar saac",
        60: "saac, saacad",
        90: "saac iyo bar, saac iyo badh",
    },
    more={15: "iyo rubuc", 30: "iyo bar, iyo badh, iyo nus"},
    last="hore, tagtay, dhaaftay, la soo dhaafay, ee hore",
    coming="soo socda, soo socota, dambe",
    last_week="toddobaadkii hore, asbuucii hore, usbuucii hore",
    clock="saacaddu, saacadda, markay, saacadu",
    till="ilaa, illaa",
    fillers="waxaan, waan, aan, ayaan, shaqeeyay, shaqeeyey, shaqeyay, shaqeyey, ka shaqeeyay, ciyaaray, "
    "ciyaarey, caawiyay, caawiyey, tagay, tegay, joogay, sameeyay, sameeyey, sameyay, ka qayb galay, "
    "ka qaybgalay, ka qeyb galay, qabtay, ahaa, galabtii, subaxdii, fiidkii, habeenkii, ku dhawaad, "
    "wadarta, salaan, asc, fadlan, mahadsanid, mudo, muddo, sidoo kale, gudaha, walaal, la qaatay, "
    "anigu, maalintii, maalinta",
    edges="ku, ka, u, la, iyo, ee, oo, at, maalin, soo, baan, waxa",
    asks="imisa, immisa, intee, maxaa, maxay, yaa, xaggee, halkee, goorma, goormee, sababta, sidee, kee, "
    "ma, miyaa, mise, miyay, maya, waa inaan, waajib, qasab, loo tirin, la tirin, tirinayaa, "
    "xisaabinayaa, aan aadin, kasta, walba, mar walba, todobaadkii, bishii, haddii, hadii, hadhay, "
    "haray, dib u dhac, laakiin, laakin, yiri, tiri, rabaa, waayo, aanan, weli, wali, maaha, mayaa, maan",
)
