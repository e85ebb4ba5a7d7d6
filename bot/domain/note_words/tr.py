"""Turkish, with and without its own letters."""

from bot.domain.note_words.words import Words

_DAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar")
_TYPED = ("pazartsi, pazertesi", "", "çarsanba, çarşanba, carsmba", "persenbe, prşembe", "", "cumartsi", "")
_PARTS = ("", "günü", "gunu", "akşamı", "sabahı", "akşam", "sabah", "öğleden sonra", "gün", "gecesi")

TURKISH = Words(
    days={
        0: "bugün, bugun, bu gün, bu sabah, bu akşam, bugün sabah, bugün öğleden sonra",
        -1: "dün, dun, dün akşam, dün sabah, dünkü, dün gece",
        -2: "evvelsi gün, evvelki gün, önceki gün, dünden önceki gün, 2 gün önce, iki gün önce",
        -3: "3 gün önce, üç gün önce",
        -7: "bir hafta önce, 1 hafta önce",
        1: "yarın",
        2: "öbür gün",
    },
    weekdays=tuple(
        ", ".join([typed, *(f"{day} {part}" for part in _PARTS)])
        for day, typed in zip(_DAYS, _TYPED, strict=True)
    ),
    short_weekdays="pzt, sal, çar, per, cum, cmt, paz",
    months=(
        "ocak, ocakta",
        "şubat, şubatta",
        "mart, martta",
        "nisan, nisanda",
        "mayıs, mayısta",
        "haziran, haziranda",
        "temmuz, temmuzda",
        "ağustos, ağustosta",
        "eylül, eylülde",
        "ekim, ekimde",
        "kasım, kasımda",
        "aralık, aralıkta",
    ),
    numbers={
        0.5: "yarım",
        1: "bir, bi",
        1.5: "bir buçuk, bi buçuk, 1 buçuk, birbuçuk",
        2: "iki",
        2.5: "iki buçuk, 2 buçuk",
        3: "üç",
        3.5: "üç buçuk, 3 buçuk",
        4: "dört",
        4.5: "dört buçuk, 4 buçuk",
        5: "beş",
        6: "altı",
        7: "yedi",
        8: "sekiz",
        9: "dokuz",
        10: "on",
        11: "on bir",
        12: "on iki",
    },
    hours="saat, saatlik, saatliğine, saaat, sat, sa, st, saatte, saattir",
    minutes="dakika, dk, dakka, dakikalık",
    whole={15: "çeyrek saat", 30: "yarım saat, yarım saatlik", 45: "üç çeyrek"},
    more={15: "çeyrek", 30: "buçuk"},
    last="geçen, geçtiğimiz, son",
    coming="gelecek, önümüzdeki, haftaya",
    last_week="geçen hafta",
    clock="saat, saati",
    till="ile, ila, den",
    fillers="ben, biz, yaptım, yaptim, yapdım, yaptık, çalıştım, calistim, çalıştık, gittim, gittik, "
    "oynadım, oynadık, yardım ettim, yardim ettim, ettim, katıldım, vardı, idim, geldim, oldum, boyunca, "
    "toplam, yaklaşık, merhaba, selam, lütfen, sabah, akşam, öğlen, öğleden sonra, akşamüstü, "
    "teşekkürler, abi, hocam, yazar mısın, kaydet, not et, süreyle, gönüllü, yaptımm",
    edges="de, da, te, ta, ve, bir, ile, için, günü, gun, gün, bu, olarak, bi",
    asks="kaç, kac, ne, nasıl, nasil, neden, niye, nerede, nereye, hangi, kim, mı, mi, mu, mü, mıyım, "
    "miyim, muyum, mısın, misin, mıdır, midir, sayılır, sayılıyor, sayılmaz, sayıldı, olur, olmaz, "
    "gerek, gerekiyor, lazım, zorunda, değil, degil, yok, asla, her, hep, haftada, ayda, eğer, kaldı, "
    "geç, ama, dedi, diyor, yeter, yetmez, istiyorum, isterim, acaba, veya, yoksa, lazim, iptal, hala, "
    "daha, gelemem, gidemedim, yapmadım, maaş, patron, ücret, bordro",
)
