//! What is written in the demonstration's plans: field by field, as it is typed. A text of
//! "+14" stands for the day fourteen days from today. Rows are numbered: rows come in the order
//! of their names, and those made in a browser, named after the time, begin with a letter.
//! Invented, every word of it.

use contract::job_plan::PlanSection;

/// Typed and not shared: some of it is done, some of it is not.
pub const HALF_A_PLAN: &[(&str, &str)] = &[
    ("goal", "Bager på daghold, først 15 timer om ugen"),
    ("a.job", "Mit eget job i Nordlys Bageri, men om dagen i stedet for om natten"),
    ("a.why", "Min chef vil gerne have mig tilbage, og jeg kender opskrifterne udenad."),
    (
        "a.can",
        "Jeg kan stå op et par timer ad gangen. Jeg kan lægge vagtplaner og bestille varer, \
         mens jeg sidder.",
    ),
    ("a.sure", "6"),
    ("a.steps.1.what", "Spørge min chef, om jeg kan få dagvagter i tre måneder"),
    ("a.steps.1.who", "Mig"),
    ("b.job", "Butikken i stedet for bageriet"),
];

/// A goal that names no job, and a plan that says more than its goal.
pub const VAGUE_GOAL: &[(&str, &str)] = &[
    ("goal", "Afklaring"),
    ("a.job", "Truckfører på et lager, som jeg var før"),
    ("a.can", "Jeg har kørt gaffeltruck i tolv år, og mit certifikat gælder stadig."),
    ("a.obstacles", "Min ryg kan ikke holde til at sidde på trucken otte timer i træk."),
    ("a.support", "En, der kan vise mig øvelser, jeg kan lave i pauserne."),
    ("a.sure", "3"),
    ("b.job", "Vareindlevering på et mindre lager, uden tunge løft"),
    ("b.why", "Jeg kender arbejdsgangene og kan lide at have styr på papirerne."),
    ("b.sure", "7"),
    ("b.steps.1.what", "Besøge det lager i Havnegade, hvor min nabo arbejder"),
    ("b.steps.1.who", "Mig"),
    ("b.steps.1.when", "+9"),
];

/// The first plan somebody has shared.
pub const FIRST_VERSION: &[(&str, &str)] = &[
    ("goal", "Konditor i Nordlys Bageri, 20 timer om ugen til sommer"),
    ("a.job", "Mit eget job som konditor, med færre timer i begyndelsen"),
    ("a.why", "Jeg holder af mit fag, og vi har aftalt, at jeg kan begynde om formiddagen."),
    ("a.can", "Jeg kan pynte kager og oplære vores elev, når jeg har en stol."),
    ("a.obstacles", "Jeg bliver svimmel af larm og varme, især når ovnene kører."),
    ("a.support", "Et sted at hvile et kvarter, og at nogen tager de tunge poser mel."),
    ("a.sure", "5"),
    ("a.steps.1.what", "Besøge bageriet en formiddag og se, hvordan det føles"),
    ("a.steps.1.who", "Mig og min chef"),
    ("a.steps.1.when", "-6"),
    ("a.steps.2.what", "Prøve hørebøffer, når ovnene kører"),
    ("a.steps.2.who", "Mig"),
    ("a.steps.2.when", "+4"),
    ("b.job", "Bestillinger og kundekontakt i samme bageri"),
    ("b.why", "Det er stille på kontoret, og jeg kender alle vores kunder."),
    ("b.can", "Jeg er god til telefonen og til at regne."),
    ("b.sure", "7"),
    ("c.job", "Kantineassistent på en skole"),
    ("c.why", "Faste arbejdstider og intet natarbejde."),
    ("c.sure", "4"),
    ("return.now", "0"),
    ("return.normal", "37"),
];

/// What was typed since then, and shared again.
pub const SECOND_VERSION: &[(&str, &str)] = &[
    ("a.obstacles", "Varmen er det værste. Larmen går bedre, når jeg har hørebøffer på."),
    ("a.sure", "6"),
    ("a.steps.1.done", "yes"),
    ("a.steps.3.what", "Aftale de første fire uger med min chef"),
    ("a.steps.3.who", "Mig og min chef"),
    ("a.steps.3.when", "+10"),
    ("ramp.1.from", "+14"),
    ("ramp.1.to", "+27"),
    ("ramp.1.hours", "6"),
    ("ramp.2.from", "+28"),
    ("ramp.2.to", "+55"),
    ("ramp.2.hours", "12"),
    ("ramp.3.from", "+56"),
    ("ramp.3.to", "+97"),
    ("ramp.3.hours", "20"),
    ("talk", "Hvad sker der, hvis jeg får det dårligt i den første uge?"),
];

/// What the caseworker answered to the first.
pub const COMMENTS: &[(PlanSection, &str)] = &[
    (PlanSection::Goal, "Et godt og tydeligt mål. Lad os tale om, hvad der skal til før sommer."),
    (
        PlanSection::A,
        "Godt, at du besøger bageriet først. Jeg kan hjælpe med at søge om en stol, der kan \
         hæves og sænkes.",
    ),
];

/// What was agreed with the municipality.
pub const ACTIVITY: &str = "Hold om at leve med svimmelhed: øvelser, pauser og søvn";

/// The words handed over for the next conversation: the goal, and what to talk about.
pub const WORDS: (&str, &str) = (
    "Konditor i Nordlys Bageri, 20 timer om ugen til sommer",
    "Hvad sker der, hvis jeg får det dårligt i den første uge?",
);
