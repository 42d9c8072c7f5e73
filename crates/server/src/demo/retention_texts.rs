//! What employers, employees and caseworkers of the demonstration have written about retention
//! plans: concrete tasks and hours, and nothing of what anybody suffers from.

/// What came of ringing the bakery.
pub const BAKERY: &str = "Bageriet vil gerne have Sofie tilbage trinvis og skriver en \
    fastholdelsesplan sammen med hende. Kontakt: Camilla Strand.";

/// What came of a meeting at the bakery's shop.
pub const SHOP: &str = "Møde i butikken med Line og Camilla Strand. De er enige om at begynde \
    med korte vagter ved disken.";

/// What came of talking with the garage.
pub const GARAGE: &str = "Værkstedet kan tilbyde opgaver ved kundemodtagelsen i en periode. De \
    vender tilbage, når de har talt med Karim.";

/// Why an employer was not contacted.
pub const LEFT_OUT: &str = "Mette holder selv den løbende kontakt med sin leder og ønsker, at det \
    bliver ved det. Vi tager det op igen ved næste samtale.";

/// Why an employer said no.
pub const DECLINED: &str = "Vi har lige nu kun natholdet, og der er ingen opgaver, vi kan dele op. \
    Vi taler gerne om det igen, når dagholdet begynder efter nytår.";

/// What an employee said when approving.
pub const REMARK: &str =
    "Det passer mig godt. Jeg vil gerne have fri om onsdagen i de første uger.";

/// A full plan: the way back to the bakery.
pub const BACK_TO_THE_OVENS: &[(&str, &str)] = &[
    ("party.contact.name", "Camilla Strand"),
    ("party.contact.role", "Daglig leder"),
    ("party.contact.phone", "70 10 40 12"),
    ("party.contact.email", "camilla@nordlysbageri.example"),
    ("party.union.name", "Jens Holt"),
    ("party.union.role", "Tillidsrepræsentant"),
    ("party.safety.name", "Anja Krogh"),
    ("party.safety.role", "Arbejdsmiljørepræsentant"),
    ("workplace", "Nordlys Bageri, Havnegade 4"),
    ("absence", "partial"),
    ("normal-hours", "37"),
    ("expected-return", "+76"),
    (
        "goal",
        "Sofie er tilbage på fuld tid på dagholdet med sine egne opgaver ved kager og dekoration.",
    ),
    (
        "tasks.can",
        "Dekorere kager, lægge planer for dagens bagning, tage imod bestillinger og vejlede eleven.",
    ),
    (
        "tasks.cannot",
        "Løfte melsække og plader over 8 kg, arbejde om natten og stå ved ovnen en hel vagt.",
    ),
    (
        "tasks.changed",
        "Slå dej op, hvis en kollega vejer af og løfter. Pakke ordrer ved hæve-sænke-bordet.",
    ),
    ("ramp.s1.from", "-9"),
    ("ramp.s1.to", "+11"),
    ("ramp.s1.hours", "8"),
    ("ramp.s1.days", "Tirsdag og torsdag kl. 9-13"),
    ("ramp.s1.tasks", "Dekoration og bestillinger"),
    ("ramp.s2.from", "+12"),
    ("ramp.s2.to", "+32"),
    ("ramp.s2.hours", "15"),
    ("ramp.s2.days", "Mandag, onsdag og fredag kl. 8-13"),
    ("ramp.s2.tasks", "Dekoration, bestillinger og pakning"),
    ("ramp.s3.from", "+33"),
    ("ramp.s3.to", "+53"),
    ("ramp.s3.hours", "22"),
    ("ramp.s3.days", "Mandag til torsdag kl. 8-13.30"),
    ("ramp.s3.tasks", "Som før, og opslåning sammen med en kollega"),
    ("ramp.s4.from", "+54"),
    ("ramp.s4.to", "+75"),
    ("ramp.s4.hours", "30"),
    ("ramp.s4.days", "Mandag til fredag kl. 8-14"),
    ("ramp.s4.tasks", "Alle opgaver på dagholdet uden tunge løft"),
    ("ramp.s5.from", "+76"),
    ("ramp.s5.to", "+104"),
    ("ramp.s5.hours", "37"),
    ("ramp.s5.days", "Mandag til fredag på dagholdet"),
    ("ramp.s5.tasks", "Alle opgaver på dagholdet"),
    ("care.considerations", "Ingen løft over 8 kg og ingen nattevagter, så længe planen varer."),
    ("care.aids", "Hæve-sænke-bord ved dekorationen og aflastende måtte på gulvet."),
    ("care.home", "Planlægning og bestillinger kan klares hjemmefra om onsdagen."),
    ("care.breaks", "Ti minutters pause hver time i de første seks uger."),
    ("care.mentor", "Anja følger med i hverdagen og er den, Sofie siger fra til."),
    ("support.aids", "yes"),
    ("support.round-table", "yes"),
    ("support-note", "Vi vil gerne have hjælp til at vælge hæve-sænke-bordet."),
    ("follow-up.date", "+12"),
    ("follow-up.who", "Camilla Strand og Sofie"),
    (
        "follow-up.fails",
        "Vi bliver på samme trin to uger mere og ringer til kommunen, hvis det heller ikke holder.",
    ),
    ("follow-up.contact", "Vi taler sammen hver fredag, når vagten slutter."),
];

/// A plan that is agreed on and has begun.
pub const BACK_TO_THE_SHOP: &[(&str, &str)] = &[
    ("party.contact.name", "Camilla Strand"),
    ("party.contact.role", "Daglig leder"),
    ("party.contact.phone", "70 10 40 12"),
    ("workplace", "Nordlys Bageri, butikken på Torvet"),
    ("absence", "partial"),
    ("normal-hours", "32"),
    ("expected-return", "+30"),
    ("goal", "Line er tilbage i butikken på sit sædvanlige timetal."),
    ("tasks.can", "Betjene kunder, lave kaffe, sætte priser og gøre kassen op."),
    ("tasks.cannot", "Åbne butikken alene og bære varer ind fra bilen."),
    ("tasks.changed", "Fylde hylder op, når varerne står på rullebord."),
    ("ramp.s1.from", "-12"),
    ("ramp.s1.to", "+1"),
    ("ramp.s1.hours", "12"),
    ("ramp.s1.days", "Mandag, torsdag og fredag kl. 10-14"),
    ("ramp.s1.tasks", "Disken sammen med en kollega"),
    ("ramp.s2.from", "+2"),
    ("ramp.s2.to", "+15"),
    ("ramp.s2.hours", "18"),
    ("ramp.s2.days", "Mandag, tirsdag, torsdag og fredag"),
    ("ramp.s2.tasks", "Disken og kassen"),
    ("ramp.s3.from", "+16"),
    ("ramp.s3.to", "+29"),
    ("ramp.s3.hours", "25"),
    ("ramp.s3.days", "Fem dage om ugen kl. 9-14"),
    ("ramp.s3.tasks", "Disken, kassen og opfyldning"),
    ("ramp.s4.from", "+30"),
    ("ramp.s4.to", "+60"),
    ("ramp.s4.hours", "32"),
    ("ramp.s4.days", "Efter vagtplanen"),
    ("ramp.s4.tasks", "Alle opgaver i butikken"),
    ("care.considerations", "Altid to på vagt og ingen aftenvagter."),
    ("care.breaks", "En siddende pause midt i vagten."),
    ("support.round-table", "yes"),
    ("follow-up.date", "+14"),
    ("follow-up.who", "Camilla Strand"),
    ("follow-up.fails", "Vi går et trin ned og taler om det ved det runde bord."),
    ("follow-up.contact", "En besked efter hver vagt i de første to uger."),
];
