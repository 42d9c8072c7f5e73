//! What a message tells the citizen. A message may be read over somebody's shoulder: it says that
//! there is something new and what to do, and never why somebody is away from work (I8). A kind of
//! message without words does not compile.

use contract::retention_plan::{CourseEventKind, MessageKind};
use contract::staff::{CaseworkerChange, ChangeCause};

use super::dates::{day, moment};
use super::draft::{Draft, Words, words};

/// A message, from after its greeting to before its signature; none for what citizens are never
/// told. `changes` are the case's.
pub(super) fn message(kind: MessageKind, changes: &[CaseworkerChange]) -> Option<Draft> {
    let draft = match kind {
        // The caseworker is told what the citizen has said.
        MessageKind::StepReport { .. } => return None,
        MessageKind::Plan { event } => {
            let (subject, says) = plan(event);
            told(subject, says)
        }
        MessageKind::StepUp { from, version: _ } => {
            let from = day(from);
            told(
                words(
                    "Næste trin i din plan begynder snart",
                    "The next step of your plan begins soon",
                ),
                words(
                    format!(
                        "Næste trin begynder {}. Går det ikke, som I har aftalt, så fortæl det i Genvej, eller ring til din sagsbehandler.",
                        from.da
                    ),
                    format!(
                        "The next step begins on {}. If it does not go as agreed, say so in Genvej, or ring your caseworker.",
                        from.en
                    ),
                ),
            )
        }
        MessageKind::PlanNotSubmitted => told(
            words("Planen er ikke sendt til kommunen", "The plan is not sent to the municipality"),
            words(
                "Du har godkendt planen, og du skal snart tale med din sagsbehandler. Send planen i Genvej, så kan I tale om den.",
                "You have approved the plan, and you will soon talk with your caseworker. Send the plan in Genvej, and you can talk about it.",
            ),
        ),
        MessageKind::RoundTableOffered => told(
            words("Vælg en tid til en samtale", "Choose a time for a conversation"),
            words(
                "Der er foreslået tider til en samtale mellem dig, din arbejdsgiver og kommunen. Vælg den tid, der passer dig bedst. Passer ingen af dem, så ring til din sagsbehandler.",
                "Times have been offered for a conversation between you, your employer and the municipality. Choose the one that suits you best. If none of them does, ring your caseworker.",
            ),
        ),
        MessageKind::RoundTableBooked => told(
            words("Samtalen er booket", "The conversation is booked"),
            words(
                "Tiden til samtalen mellem dig, din arbejdsgiver og kommunen er booket. Du kan se den på Min side.",
                "The time of the conversation between you, your employer and the municipality is booked. You can see it on My page.",
            ),
        ),
        MessageKind::RoundTableCancelled => told(
            words("En samtale er aflyst", "A conversation is cancelled"),
            words(
                "Samtalen mellem dig, din arbejdsgiver og kommunen er aflyst. Du skal ikke gøre noget. Der kan blive foreslået nye tider.",
                "The conversation between you, your employer and the municipality is cancelled. You need not do anything. New times may be offered.",
            ),
        ),
        MessageKind::SatisfactionAsked { booking: _ } => told(
            words("Hvordan var din samtale?", "How was your conversation?"),
            words(
                "Vi vil gerne høre, hvordan du oplevede samtalen. Det er to spørgsmål. Det er frivilligt, og din sagsbehandler kan ikke se, hvad du svarer. Svar på Min side, eller brug dit personlige link, som kun står i den besked, du selv får.",
                "We would like to hear how you found the conversation. There are two questions. It is voluntary, and your caseworker cannot see what you answer. Answer on My page, or use your personal link, which is only in the message that you get yourself.",
            ),
        ),
        MessageKind::TimeOffered { until } => {
            let until = moment(until);
            told(
                words("Der er en tidligere tid til dig", "There is an earlier time for you"),
                words(
                    format!(
                        "Du står på venteliste, og nu er der en tidligere tid til din samtale. Vi holder den til dig indtil {}. Tag den, eller sig nej tak, i Genvej. Gør du ikke noget, går tiden videre til en anden.",
                        until.da
                    ),
                    format!(
                        "You are on the waiting list, and now there is an earlier time for your conversation. We keep it for you until {}. Take it, or say no thanks, in Genvej. If you do nothing, the time goes to somebody else.",
                        until.en
                    ),
                ),
            )
        }
        MessageKind::TimeWithdrawn => told(
            words("Tiden er ikke ledig alligevel", "The time is not free after all"),
            words(
                "Den tidligere tid, vi holdt til dig, er ikke ledig alligevel. Det er vi kede af. Du står stadig på ventelisten. Har du booket en samtale, er den ikke ændret.",
                "The earlier time that we kept for you is not free after all. We are sorry. You are still on the waiting list. If you have booked a conversation, it has not changed.",
            ),
        ),
        MessageKind::GroupSeatOffered { starts_at, until } => {
            let (at, until) = (moment(starts_at), moment(until));
            told(
                words("Der er en plads til dig", "There is a seat for you"),
                words(
                    format!(
                        "Der er blevet en plads ledig til mødet {}. Vi holder den til dig indtil {}. Tag den i Genvej. Gør du ikke det, går den videre til den næste. Det er frivilligt, om du vil være med.",
                        at.da, until.da
                    ),
                    format!(
                        "A seat has come free at the meeting on {}. We keep it for you until {}. Take it in Genvej. If you do not, it goes to the next person. Taking part is voluntary.",
                        at.en, until.en
                    ),
                ),
            )
        }
        MessageKind::GroupCancelled { starts_at, too_few, next } => {
            group_cancelled(moment(starts_at), too_few, next.map(moment))
        }
        MessageKind::CaseworkerChanged { change } => {
            changed(changes.iter().find(|one| one.id == change))
        }
    };
    Some(draft)
}

/// That a group session does not take place, why, and when the next one is.
fn group_cancelled(at: Words, too_few: bool, next: Option<Words>) -> Draft {
    let why = if too_few {
        words(" Der var for få tilmeldte.", " Too few people had signed up.")
    } else {
        words("", "")
    };
    let then = match next {
        Some(next) => words(
            format!(
                "Der er et nyt møde om det samme {}. Vil du med, så tag en plads i Genvej.",
                next.da
            ),
            format!(
                "There is another meeting about the same on {}. If you want to come, take a seat in Genvej.",
                next.en
            ),
        ),
        None => words(
            "Der er ikke planlagt et nyt møde om det samme endnu.",
            "No other meeting about the same is planned yet.",
        ),
    };
    told(
        words("Et møde er aflyst", "A meeting is cancelled"),
        words(
            format!("Mødet {} er aflyst.{} Du skal ikke gøre noget. {}", at.da, why.da, then.da),
            format!(
                "The meeting on {} is cancelled.{} You need not do anything. {}",
                at.en, why.en, then.en
            ),
        ),
    )
}

/// What is new, what to do, and where to read more.
fn told(subject: Words, says: Words) -> Draft {
    Draft::about(subject).says(says).says(words(
        "Log på Genvej for at se mere. Vi skriver ikke personlige oplysninger i beskeder som denne.",
        "Sign in to Genvej to see more. We put no personal details in messages like this one.",
    ))
}

/// Whose case it is now, not why: a reason is whatever a caseworker has written.
fn changed(change: Option<&CaseworkerChange>) -> Draft {
    let draft = Draft::about(words("Du har fået en ny sagsbehandler", "You have a new caseworker"));
    let draft = match change {
        Some(change) => draft.says(words(
            format!("Din sagsbehandler er nu {}. Før var det {}.", change.to, change.from),
            format!("Your caseworker is {} now. Before, it was {}.", change.to, change.from),
        )),
        None => draft,
    };
    let draft = match change {
        Some(CaseworkerChange { cause: ChangeCause::Import, .. }) => draft.says(words(
            "Din sag har skiftet sagsbehandler i kommunens fagsystem.",
            "Your case has changed caseworker in the municipality's case system.",
        )),
        _ => draft,
    };
    draft
        .heading(words("Hvad betyder det for dig?", "What does it mean for you?"))
        .says(words(
            "Du skal ikke gøre noget. Er en samtale booket, bliver den holdt, som den er booket. Din nye sagsbehandler kan se det, du har delt, så du skal ikke fortælle det hele igen.",
            "You need not do anything. If a conversation is booked, it is held as it was booked. Your new caseworker can see what you have shared, so you need not tell everything again.",
        ))
        .says(words(
            "Log på Genvej for at læse hvorfor. Det står under “Hvem har set mine oplysninger”. Vi skriver ikke personlige oplysninger i beskeder som denne.",
            "Sign in to Genvej to read why. It is under “Who has seen my information”. We put no personal details in messages like this one.",
        ))
}

/// Subject and news of an event in the course of a retention plan.
fn plan(event: CourseEventKind) -> (Words, Words) {
    use CourseEventKind as Event;
    match event {
        Event::Requested => (
            words("Du har bedt om en plan", "You have asked for a plan"),
            words(
                "Din arbejdsgiver kan se i Genvej, at du gerne vil lave en plan sammen med dem.",
                "Your employer can see in Genvej that you would like to make a plan with them.",
            ),
        ),
        Event::RequestWithdrawn => (
            words("Du beder ikke længere om en plan", "You no longer ask for a plan"),
            words(
                "Du kan altid bede om en plan igen.",
                "You can ask for a plan again at any time.",
            ),
        ),
        Event::Suggested => (
            words("Vi har foreslået en plan", "We have suggested a plan"),
            words(
                "Vi har foreslået din arbejdsgiver at lave en plan sammen med dig. I bestemmer selv, om I vil.",
                "We have suggested to your employer to make a plan together with you. Whether you do is up to you both.",
            ),
        ),
        Event::Begun => (
            words("Din arbejdsgiver er begyndt på en plan", "Your employer has begun a plan"),
            words(
                "Din arbejdsgiver skriver et forslag til en plan. Du skal ikke gøre noget, før du får det.",
                "Your employer is writing a proposal for a plan. You need not do anything before you get it.",
            ),
        ),
        Event::Sent => (
            words("Der er en plan, du kan læse", "There is a plan for you to read"),
            words(
                "Din arbejdsgiver har skrevet et forslag til en plan. Læs det, og sig, om det passer, eller hvad der skal være anderledes.",
                "Your employer has written a proposal for a plan. Read it, and say whether it suits you or what should be different.",
            ),
        ),
        Event::TakenBack => (
            words(
                "Forslaget til en plan er taget tilbage",
                "The proposal for a plan is taken back",
            ),
            words(
                "Din arbejdsgiver har taget forslaget tilbage. Du skal ikke gøre noget. Kommer der et nyt, får du besked.",
                "Your employer has taken the proposal back. You need not do anything. If there is a new one, you will be told.",
            ),
        ),
        Event::ChangesAsked => (
            words("Du har bedt om ændringer i planen", "You have asked for changes in the plan"),
            words(
                "Din arbejdsgiver kan læse, hvad du gerne vil have anderledes.",
                "Your employer can read what you would like to be different.",
            ),
        ),
        Event::Approved => (
            words("Du har godkendt planen", "You have approved the plan"),
            words(
                "Planen er ikke sendt til kommunen endnu. Du eller din arbejdsgiver sender den i Genvej.",
                "The plan is not sent to the municipality yet. You or your employer send it in Genvej.",
            ),
        ),
        Event::Submitted => (
            words("Planen er sendt til kommunen", "The plan is sent to the municipality"),
            words(
                "Vi har fået planen. Din sagsbehandler læser den.",
                "We have the plan. Your caseworker will read it.",
            ),
        ),
        Event::Questioned => (
            words(
                "Kommunen har et spørgsmål til planen",
                "The municipality has a question about the plan",
            ),
            words(
                "Din sagsbehandler har stillet et spørgsmål til planen. Din arbejdsgiver kan svare på det.",
                "Your caseworker has asked a question about the plan. Your employer can answer it.",
            ),
        ),
        Event::Answered => (
            words("Spørgsmålet til planen er besvaret", "The question about the plan is answered"),
            words(
                "Der er svaret på det spørgsmål, din sagsbehandler stillede.",
                "The question your caseworker asked has an answer.",
            ),
        ),
        Event::Acknowledged => (
            words("Kommunen har læst planen", "The municipality has read the plan"),
            words(
                "Din sagsbehandler har læst planen og kvitteret for den. I kan følge den, som den er.",
                "Your caseworker has read the plan and acknowledged it. You can follow it as it is.",
            ),
        ),
        Event::Revised => (
            words(
                "Din arbejdsgiver skriver en ny udgave af planen",
                "Your employer is writing a new version of the plan",
            ),
            words(
                "Den plan, I har aftalt, gælder, til I har aftalt en ny. Du skal ikke gøre noget, før du får den.",
                "The plan you have agreed stands until you have agreed a new one. You need not do anything before you get it.",
            ),
        ),
        Event::RevisionDropped => (
            words(
                "Der kommer ikke en ny udgave af planen",
                "There will be no new version of the plan",
            ),
            words(
                "Din arbejdsgiver skriver ikke videre på en ny udgave. Den plan, I har aftalt, gælder stadig.",
                "Your employer is no longer writing a new version. The plan you have agreed still stands.",
            ),
        ),
        Event::Declined => (
            words("Der er svar fra din arbejdsgiver", "There is an answer from your employer"),
            words(
                "Din arbejdsgiver har sagt nej til at lave en plan. Det må de gerne. Tal med din sagsbehandler om, hvad I kan gøre i stedet.",
                "Your employer has said no to making a plan. They may. Talk with your caseworker about what you can do instead.",
            ),
        ),
        Event::Closed => (
            words("Planen er afsluttet", "The plan is closed"),
            words(
                "Kommunen har afsluttet planen. Har du brug for en ny, kan du bede om den i Genvej.",
                "The municipality has closed the plan. If you need a new one, you can ask for it in Genvej.",
            ),
        ),
        Event::Nudged => (
            words("En plan venter på dit svar", "A plan waits for your answer"),
            words(
                "Der ligger et forslag til en plan, som du ikke har svaret på. Har du brug for mere tid eller hjælp, så ring til din sagsbehandler.",
                "There is a proposal for a plan that you have not answered. If you need more time or help, ring your caseworker.",
            ),
        ),
    }
}
