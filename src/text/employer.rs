//! The employer's area: the employees on sick leave, a plan's page, and every move of the
//! employer. What the wizard asks is in `plan`. Only the employer's part carries it.

pub mod plan;

use super::table::text_table;

text_table! {
    /// Texts of the employer's pages.
    EmployerTexts {
        overview: "Sygemeldte medarbejdere", "Employees on sick leave";
        overview_lead: "Her laver I fastholdelsesplaner sammen med jeres sygemeldte medarbejdere i {}. En fastholdelsesplan er jeres fælles aftale om, hvordan medarbejderen kommer tilbage.", "This is where you make retention plans together with your employees on sick leave at {}. A retention plan is your joint agreement on how the employee comes back.";
        nobody: "I har ingen sygemeldte medarbejdere her lige nu. En medarbejder står her, når kommunen har fået en sag om sygedagpenge med jeres CVR-nummer.", "You have no employees on sick leave here right now. An employee is listed once the municipality has a sickness benefit case with your CVR number.";
        nobody_call: "Mangler der en? Ring til kommunen på {} ({}).", "Is somebody missing? Call the municipality on {} ({}).";
        what_you_see: "Hvad kan I se her?", "What can you see here?";
        can_see: "I kan se navnet på medarbejdere, der er sygemeldt fra jer, hvornår de blev syge, og den plan, I laver sammen. I kan ikke se, hvad medarbejderen fejler, medarbejderens egen plan eller samtaler med kommunen.", "You can see the names of employees on sick leave from you, when the leave began, and the plan you make together. You cannot see what the employee suffers from, the employee's own plan, or conversations with the municipality.";
        they_see: "Medarbejderen læser planen, før kommunen får den. Intet bliver sendt, før I selv trykker på send.", "The employee reads the plan before the municipality gets it. Nothing is sent until you press send.";
        away_since: "Sygemeldt siden {}", "On sick leave since {}";
        open_plan: "Åbn planen", "Open the plan";
        open_plan_of: "Åbn planen for {}", "Open the plan for {}";
        group_waiting: "Venter på jer", "Waiting for you";
        group_under_way: "Planer i gang", "Plans under way";
        group_without: "Medarbejdere uden plan", "Employees without a plan";
        begin_one: "Begynd på en plan", "Begin a plan";
        begin_one_of: "Begynd på en plan for {}", "Begin a plan for {}";
        also: "Husk også", "Remember also";
        duty_talk: "Hold en samtale med medarbejderen om, hvordan og hvornår vedkommende kan komme tilbage. Senest {}.", "Talk with the employee about how and when they can come back. By {}.";
        duty_talk_late: "Hold en samtale med medarbejderen om, hvordan og hvornår vedkommende kan komme tilbage. Den skulle være holdt senest {}. Har I holdt den, skal I ikke gøre mere.", "Talk with the employee about how and when they can come back. The talk should have been held by {}. If you have held it, you need do nothing more.";
        duty_talk_why: "Samtalen holdes inden fire uger efter første sygedag. Kan I ikke mødes, kan den holdes i telefonen.", "The talk is held within four weeks of the first day of sick leave. If you cannot meet, hold it by phone.";
        duty_fast_track: "Forventer I, at fraværet varer over otte uger? Så kan I bede kommunen om en hurtig opfølgning (fast track). Senest {}.", "Do you expect the leave to last more than eight weeks? Then you can ask the municipality for an early follow-up (fast track). By {}.";
        nemrefusion: "Timer til refusion skal stadig indberettes i NemRefusion.", "Hours for reimbursement must still be reported in NemRefusion.";
        nemrefusion_link: "Gå til NemRefusion (åbner en anden hjemmeside)", "Go to NemRefusion (opens another website)";
        title: "Fastholdelsesplan for {}", "Retention plan for {}";
        to_overview: "Alle medarbejdere", "All employees";
        to_plan: "Gå til planen", "Go to the plan";
        case_closed: "Sagen er afsluttet hos kommunen. I kan læse planen, men ikke ændre eller sende den.", "The case is closed at the municipality. You can read the plan, but not change or send it.";
        none_yet: "Der er ingen fastholdelsesplan endnu. I kan begynde på en, også selv om ingen har bedt om den.", "There is no retention plan yet. You can begin one even if nobody has asked for it.";
        why_plan: "I skriver sammen ned, hvilke opgaver og timer der kan lade sig gøre. Det tager omtrent en halv time, og alt bliver gemt undervejs.", "Together you write down which tasks and hours are possible. It takes about half an hour, and everything is saved as you go.";
        next: "Det næste, I skal gøre", "What to do next";
        next_wait: "I skal ikke gøre noget lige nu", "There is nothing for you to do right now";
        next_begin_asked: "I er blevet bedt om at lave en fastholdelsesplan. I vælger selv, om I vil.", "You have been asked to make a retention plan. It is your choice.";
        begin: "Begynd på planen", "Begin the plan";
        begin_again: "Begynd på en ny plan", "Begin a new plan";
        next_write: "Skriv planen færdig, og send den til {}.", "Finish the plan and send it to {}.";
        next_changes: "{} har bedt om ændringer. Læs kommentarerne under hver del, ret planen, og send den igen.", "{} has asked for changes. Read the comments on each part, change the plan and send it again.";
        go_on: "Skriv videre på planen", "Go on writing the plan";
        change: "Ret planen", "Change the plan";
        look_over: "Se planen igennem og send", "Look the plan over and send it";
        next_sent: "{} læser planen og kan godkende den eller bede om ændringer. Svarer {} ikke inden {} dage, minder vi jer begge om det.", "{} is reading the plan and can approve it or ask for changes. If {} does not answer within {} days, we remind you both.";
        take_back: "Tag planen tilbage", "Take the plan back";
        take_back_why: "Opdagede I en fejl? I kan tage planen tilbage, så længe {} ikke har svaret. Teksten er her stadig.", "Did you find a mistake? You can take the plan back as long as {} has not answered. The text stays here.";
        next_approved: "{} har godkendt planen. Send den til {}, så den er der før næste samtale.", "{} has approved the plan. Send it to {}, so that it is there before the next conversation.";
        submit: "Send planen til {}", "Send the plan to {}";
        next_question: "Kommunen har spurgt om noget i planen.", "The municipality has asked about something in the plan.";
        answer: "Svar på spørgsmålet", "Answer the question";
        next_submitted: "{} læser planen. Er der spørgsmål, kan I læse dem her.", "{} is reading the plan. If there are questions, you can read them here.";
        next_acknowledged: "Planen gælder nu. Ændrer noget sig, kan I lave en ny version.", "The plan applies now. If something changes, you can make a new version.";
        revise: "Lav en ny version", "Make a new version";
        revise_why: "Den nye version begynder med det, I sidst skrev, og skal læses af {} igen.", "The new version begins with what you wrote last, and has to be read by {} again.";
        next_revise: "I skriver på en ny version. Den plan, I har aftalt, gælder, til den nye er godkendt. Skriv den færdig, og send den til {}.", "You are writing a new version. The plan you have agreed on applies until the new one is approved. Finish it and send it to {}.";
        drop_why: "Er der alligevel ikke brug for en ny version, kan I droppe den.", "If no new version is needed after all, you can drop it.";
        drop_revision: "Drop den nye version", "Drop the new version";
        drop_sure: "Vil I droppe den nye version? Den plan, I har aftalt, bliver ved med at gælde. Det, I har skrevet i den nye, bliver liggende, til I igen laver en ny version.", "Do you want to drop the new version? The plan you have agreed on goes on applying. What you have written in the new one stays here until you make a new version again.";
        drop_now: "Ja, drop den", "Yes, drop it";
        drop_not: "Nej, skriv videre", "No, go on writing";
        next_declined: "I har sagt nej til en plan. I kan altid begynde på en alligevel.", "You have said no to a plan. You can always begin one after all.";
        next_closed: "Forløbet er afsluttet. I kan begynde på en ny plan, når I vil.", "The course is closed. You can begin a new plan whenever you like.";
        say_no: "Sig nej til at lave en plan", "Say no to making a plan";
        parts: "Planens dele", "The parts of the plan";
        part_empty: "Ikke begyndt", "Not begun";
        part_said: "Skrevet", "Written";
        part_mend: "Noget skal rettes", "Something to mend";
        part_conflict: "Vælg mellem to tekster", "Choose between two texts";
        question: "Spørgsmål fra kommunen", "Question from the municipality";
        newest: "Den nyeste version, der er sendt", "The newest version sent";
        newest_number: "Version {}, sendt {} af {}.", "Version {}, sent {} by {}.";
        read_all: "Læs hele planen", "Read the whole plan";
        asked_changes: "{} har bedt om ændringer", "{} has asked for changes";
        versions: "Versioner", "Versions";
        version_link: "Version {}, sendt {}", "Version {}, sent {}";
        version_title: "Fastholdelsesplan, version {}", "Retention plan, version {}";
        print: "Udskriv", "Print";
        late: "En anden nåede det først, så planen er et andet sted nu. Vi har hentet den igen. Det, I har skrevet, er her stadig.", "Somebody else was faster, so the plan is somewhere else now. We have fetched it again. What you have written is still here.";
        stale: "En kollega har skrevet i planen imens. Vi har hentet det nye. Se planen igennem, og send den så.", "A colleague has written in the plan meanwhile. We have fetched what is new. Look the plan over and then send it.";
        unsaved: "Det sidste er ikke gemt endnu, så der er ikke sendt noget. Prøv igen om lidt.", "The last of it is not saved yet, so nothing was sent. Try again in a moment.";
        to_mend: "Der er noget, der skal rettes først. Vi har hentet planen igen.", "Something has to be mended first. We have fetched the plan again.";
        decline_title: "Sig nej til at lave en plan", "Say no to making a plan";
        decline_lead: "I kan sige nej. Medarbejderen og kommunen kan se det, og hvad der kan gøres i stedet.", "You can say no. The employee and the municipality can see it, and what can be done instead.";
        decline_then: "Et nej er ikke endeligt. I kan begynde på en plan senere, og I kan aftale en gradvis tilbagevenden uden en plan. Medarbejderen kan tale med sin sagsbehandler om det ved næste samtale.", "A no is not final. You can begin a plan later, and you can agree on a gradual return without a plan. The employee can talk with their caseworker about it at the next conversation.";
        decline_reason: "Hvorfor? (det behøver I ikke skrive)", "Why? (you need not write it)";
        decline_hint: "Medarbejderen og kommunen læser det. Skriv ikke, hvad medarbejderen fejler.", "The employee and the municipality read it. Do not write what the employee suffers from.";
        decline_now: "Sig nej til en plan", "Say no to a plan";
        answer_title: "Svar på kommunens spørgsmål", "Answer the municipality's question";
        answer_field: "Jeres svar", "Your answer";
        answer_hint: "Kommunen og medarbejderen læser svaret.", "The municipality and the employee read the answer.";
        answer_missing: "Skriv et svar til kommunen", "Write an answer to the municipality";
        answer_now: "Send svaret", "Send the answer";
        asked_at: "Kommunen skrev {}:", "The municipality wrote {}:";
        not_now: "Det kan ikke gøres, som planen står nu.", "That cannot be done as the plan stands now.";
        receipt: "Planen er sendt til {}", "The plan has been sent to {}";
        receipt_answer: "Svaret er sendt til {}", "The answer has been sent to {}";
        receipt_other: "Her er planen nu", "Here is the plan now";
        receipt_number: "Version {} blev sendt {} af {}.", "Version {} was sent {} by {}.";
        receipt_submitted_at: "Version {} blev sendt {}.", "Version {} was sent {}.";
        receipt_next: "Hvad sker der nu?", "What happens now?";
        receipt_next_sent: "{} læser planen og kan godkende den eller bede om ændringer. Først derefter kan den sendes til {}. Svarer medarbejderen ikke inden {} dage, minder vi jer begge om det.", "{} reads the plan and can approve it or ask for changes. Only then can it be sent to {}. If the employee does not answer within {} days, we remind you both.";
        receipt_next_submitted: "{} læser planen før næste samtale med medarbejderen. Er der spørgsmål, står de her i Genvej.", "{} reads the plan before the next conversation with the employee. Any questions will be here in Genvej.";
        remember: "Husk: Timer til refusion skal stadig indberettes i NemRefusion", "Remember: hours for reimbursement must still be reported in NemRefusion";
        round_table: "Rundbordssamtale", "Round-table conversation";
        round_table_lead: "I en rundbordssamtale taler I, medarbejderen og kommunen sammen på video. I foreslår tidspunkter, og medarbejderen vælger et, hvor kommunen også kan.", "In a round-table conversation you, the employee and the municipality talk together on video. You suggest times, and the employee chooses one that also suits the municipality.";
        round_table_booked: "Der er aftalt en rundbordssamtale på video {}.", "A round-table conversation on video is booked for {}.";
        round_table_who: "Fra jer: {}. Fra kommunen: {}.", "From you: {}. From the municipality: {}.";
        round_table_cancel: "Aflys samtalen", "Cancel the conversation";
        round_table_cancel_sure: "Er I sikre? Medarbejderen og kommunen kan se, at den er aflyst, og tiden bliver ledig.", "Are you sure? The employee and the municipality can see that it is cancelled, and the time becomes free.";
        round_table_cancel_now: "Ja, aflys samtalen", "Yes, cancel the conversation";
        round_table_keep: "Nej, behold den", "No, keep it";
        round_table_cancelled: "Samtalen er aflyst. I kan foreslå nye tider.", "The conversation is cancelled. You can suggest new times.";
        round_table_over: "Samtalen er allerede aflyst eller holdt. Vi har hentet siden igen.", "The conversation is already cancelled or held. We have fetched the page again.";
        round_table_none: "I har ikke foreslået nogen tider.", "You have not suggested any times.";
        round_table_offered: "I har foreslået {} tider. Medarbejderen har ikke valgt endnu.", "You have suggested {} times. The employee has not chosen yet.";
        round_table_offered_one: "I har foreslået 1 tid. Medarbejderen har ikke valgt endnu.", "You have suggested 1 time. The employee has not chosen yet.";
        round_table_go: "Foreslå tider til en rundbordssamtale", "Suggest times for a round-table conversation";
        round_table_see: "Se og ret tiderne", "See and change the times";
        round_table_title: "Tider til en rundbordssamtale", "Times for a round-table conversation";
        offers: "Tider, I har foreslået", "Times you have suggested";
        offer_by: "Foreslået af {}", "Suggested by {}";
        offer_withdraw: "Fjern tiden", "Remove the time";
        offer_withdraw_of: "Fjern tiden {}", "Remove the time {}";
        offer_withdrawn: "Tiden er fjernet.", "The time is removed.";
        offer_first: "Foreslå tider", "Suggest times";
        offer_new: "Foreslå flere tider", "Suggest more times";
        offer_hint: "Skriv, hvornår I kan. En samtale varer under en time, så lange tidsrum giver flere muligheder.", "Write when you can. A conversation lasts under an hour, so long stretches give more choice.";
        offer_other: "{} er ved at skrive tider, som ikke er foreslået endnu.", "{} is writing times that are not suggested yet.";
        offer_row: "Tid {}", "Time {}";
        offer_day: "Dag", "Day";
        offer_from: "Fra kl.", "From";
        offer_to: "Til kl.", "To";
        offer_add: "Tilføj en tid mere", "Add another time";
        offer_remove: "Fjern tid {}", "Remove time {}";
        offer_now: "Foreslå tiderne", "Suggest the times";
        offer_done: "Tiderne er foreslået. Medarbejderen kan vælge nu.", "The times are suggested. The employee can choose now.";
        offer_no_day: "Vælg en dag", "Choose a day";
        offer_bad_day: "Vælg en dag fra i dag og højst et halvt år frem", "Choose a day from today and at most half a year ahead";
        offer_no_from: "Skriv, hvornår I kan fra, fx 9.00", "Write from when you can, for example 9:00";
        offer_no_to: "Skriv, hvornår I kan til, fx 12.00", "Write until when you can, for example 12:00";
        offer_end: "Sluttidspunktet skal være senere end begyndelsen", "The end must be later than the beginning";
        offer_past: "Tiden er allerede gået. Vælg et senere tidspunkt", "The time has already passed. Choose a later one";
        offer_most: "I kan foreslå højst {} tider ad gangen", "You can suggest at most {} times at once";
        offer_booked: "Der er allerede aftalt en rundbordssamtale. Vi har hentet siden igen.", "A round-table conversation is already booked. We have fetched the page again.";
    }
}

/// In Danish.
pub static DA: EmployerTexts = EmployerTexts::DA;

/// In English.
pub static EN: EmployerTexts = EmployerTexts::EN;

#[cfg(test)]
mod tests {
    use super::plan::EmployerPlanTexts;
    use super::*;

    fn all() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
        EmployerTexts::ALL.iter().chain(EmployerPlanTexts::ALL)
    }

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in all() {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_promises_a_message_or_an_invitation() {
        // What is told is seen in Genvej: nothing is delivered yet, and only employers offer times.
        for (name, da, en) in all() {
            for words in ["får besked", "får det at vide", "invite"] {
                assert!(!da.contains(words) && !en.contains(words), "{name}: {words}");
            }
        }
    }

    #[test]
    fn no_text_threatens_or_blames() {
        for (name, da, en) in all() {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
