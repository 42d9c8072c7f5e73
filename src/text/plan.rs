//! Texts of the citizen's own pages about the job plan: writing it, sharing it. Only the
//! plan's part of the app carries them.

use super::table::text_table;

text_table! {
    /// Texts of writing and sharing the plan.
    PlanTexts {
        title: "Min plan for at komme tilbage", "My plan for getting back";
        yours: "Planen er din. Skriv lidt ad gangen, og stop, når du vil. Alt bliver gemt, og ingen andre ser det, før du deler det.", "The plan is yours. Write a little at a time, and stop when you like. Everything is saved, and nobody else sees it until you share it.";
        offer: "Planen er et tilbud. Du bestemmer, om du vil bruge den.", "The plan is an offer. You decide whether to use it.";
        required: "Du og din sagsbehandler skal have en plan. Du kan begynde på den her, og I gør den færdig sammen.", "You and your caseworker need to have a plan. You can begin it here, and you finish it together.";
        employer_private: "Din arbejdsgiver kan ikke se din plan.", "Your employer cannot see your plan.";
        begin: "Begynd på planen", "Start the plan";
        go_on: "Fortsæt, hvor du slap", "Go on where you stopped";
        parts: "Planens dele", "The parts of the plan";
        goal_part: "Mit jobmål", "My job goal";
        return_part: "Gradvist tilbage i arbejde", "Back to work step by step";
        talk_part: "Ord til den næste samtale", "Words for the next conversation";
        not_begun: "Ikke begyndt", "Not started";
        begun: "I gang: {} af {}", "Started: {} of {}";
        done: "Udfyldt", "Filled in";
        handed_over: "Givet videre", "Handed over";
        closed: "Din sag er afsluttet. Du kan stadig læse din plan, men ikke ændre den.", "Your case is closed. You can still read your plan, but not change it.";
        later: "Gem og fortsæt senere", "Save and go on later";
        step: "{} · trin {} af {}", "{} · step {} of {}";
        optional: "Du kan springe over.", "You can skip this.";
        goal: "Hvilket job eller hvilke opgaver går du efter?", "Which job or which tasks are you aiming for?";
        goal_hint: "Skriv gerne et konkret job eller konkrete opgaver, fx “pædagogmedhjælper 20 timer om ugen”.", "Please write a specific job or specific tasks, for example “teaching assistant 20 hours a week”.";
        nudge: "Det er helt i orden ikke at vide det endnu. Kan du skrive et job eller nogle opgaver, du godt kunne tænke dig? “{}” siger ikke så meget om, hvor du vil hen.", "It is quite all right not to know yet. Can you write a job or some tasks you could imagine? “{}” does not say much about where you want to go.";
        job: "Hvilket job eller hvilke opgaver?", "Which job or which tasks?";
        job_hint: "Skriv det så konkret, du kan.", "Write it as specifically as you can.";
        why: "Hvorfor er det realistisk?", "Why is it realistic?";
        why_hint: "Fx hvad du har prøvet før, eller hvad din læge siger, du godt kan. Du behøver ikke skrive, hvad du fejler.", "For example what you have done before, or what your doctor says you can do. You do not have to write what your illness is.";
        can: "Hvad kan du allerede nu?", "What can you already do?";
        can_hint: "Også små ting tæller: en kort vagt, et møde på video, en opgave hjemmefra.", "Small things count too: a short shift, a meeting by video, a task from home.";
        obstacles: "Hvad står i vejen?", "What stands in the way?";
        obstacles_hint: "Fx transport, lange dage, støj, eller noget, der skal aftales først.", "For example transport, long days, noise, or something that must be agreed first.";
        support: "Hvilken støtte har du brug for?", "What support do you need?";
        support_hint: "Fx en anden stol, kortere dage, en mentor, eller en samtale med din chef.", "For example another chair, shorter days, a mentor, or a talk with your manager.";
        sure: "Hvor sikker er du på, at det kan lykkes?", "How sure are you that it can work?";
        sure_hint: "0 er slet ikke sikker. 10 er helt sikker.", "0 is not sure at all. 10 is completely sure.";
        steps: "Hvad er dit næste skridt – og hvornår?", "What is your next step – and when?";
        steps_hint: "Skriv et skridt ad gangen. Et lille skridt er også et skridt.", "Write one step at a time. A small step is also a step.";
        step_row: "Skridt {}", "Step {}";
        step_what: "Hvad skal der ske?", "What needs to happen?";
        step_who: "Hvem gør det?", "Who does it?";
        step_when: "Hvornår?", "When?";
        step_done: "Det er gjort", "It is done";
        add_step: "Tilføj et skridt", "Add a step";
        remove_step: "Fjern skridt {}", "Remove step {}";
        wish: "Hvordan vil du gerne op i tid?", "How would you like to increase your hours?";
        wish_hint: "Mange kommer godt tilbage ved at begynde med få timer. Delvis raskmelding betyder, at du arbejder nogle af dine timer og er sygemeldt resten. Her skriver du dit ønske. Det bliver først aftalt, når du har talt med kommunen og din arbejdsplads.", "Many people get back well by starting with a few hours. A partial return means that you work some of your hours and are on sick leave for the rest. Here you write what you wish. It is only agreed once you have talked with the municipality and your workplace.";
        normal_hours: "Hvor mange timer om ugen arbejdede du, før du blev syg?", "How many hours a week did you work before you fell ill?";
        hours_now: "Hvor mange timer om ugen arbejder du nu?", "How many hours a week do you work now?";
        hours_hint: "Fx 37 eller 18,5. Skriv 0, hvis du slet ikke arbejder.", "For example 37 or 18.5. Write 0 if you do not work at all.";
        ramp: "Trin for trin", "Step by step";
        talk: "Ord til samtalen", "Words for the conversation";
        talk_lead: "Samtalen er {} ({}) med {}.", "The conversation is on {} ({}) with {}.";
        talk_hint: "To ord er nok. Din sagsbehandler kan læse dem og dit jobmål, når du har givet dem videre.", "Two words are enough. Your caseworker can read them and your job goal once you have passed them on.";
        talk_field: "Hvad vil du gerne tale om?", "What would you like to talk about?";
        talk_none: "Du har ingen samtale booket. Det, du skriver her, bliver gemt, og du kan give det videre, når du har booket en.", "You have no conversation booked. What you write here is saved, and you can hand it over once you have booked one.";
        talk_book: "Book samtale", "Book a conversation";
        talk_give: "Giv ord og jobmål videre til samtalen", "Pass words and job goal on for the conversation";
        talk_again: "Giv det nye videre", "Pass on what is new";
        talk_given: "{} kan læse dine ord ({}).", "{} can read your words ({}).";
        talk_back: "Tag ordene tilbage", "Take the words back";
        talk_empty: "Skriv mindst et ord, før du giver det videre", "Write at least a word before you hand it over";
        talk_over: "Samtalen er begyndt eller aflyst, så ordene kan ikke gives videre. De er stadig gemt.", "The conversation has begun or is cancelled, so the words cannot be handed over. They are still saved.";
        share: "Se planen, og del den", "Review the plan and share it";
        share_lead: "Når du deler planen, kan din sagsbehandler, {}, læse den, som den står her. Du kan altid rette den og dele den igen.", "When you share the plan, your caseworker, {}, can read it as it stands here. You can always change it and share it again.";
        share_now: "Del med din sagsbehandler", "Share with your caseworker";
        share_goal: "Dit jobmål mangler. Du kan godt dele planen uden, men din sagsbehandler vil spørge til det.", "Your job goal is missing. You can share the plan without it, but your caseworker will ask about it.";
        share_goal_link: "Skriv dit jobmål", "Write your job goal";
        share_empty: "Planen er tom. Skriv noget, før du deler den.", "The plan is empty. Write something before you share it.";
        share_same: "Der er ikke ændret noget, siden du delte planen sidst.", "Nothing has changed since you last shared the plan.";
        share_unsaved: "Planen er ikke delt, for det nyeste er ikke gemt endnu. Prøv igen om lidt.", "The plan is not shared, because the newest is not saved yet. Try again in a moment.";
        share_stale: "Planen er ændret et andet sted, mens du så på den. Se den igennem igen, og del den så.", "The plan was changed elsewhere while you looked at it. Look it over again, and then share it.";
        share_mend: "Noget skal rettes, før planen kan deles", "Something must be mended before the plan can be shared";
        sharing: "Deling", "Sharing";
        never_shared: "Du har ikke delt planen endnu. Kun du kan se den.", "You have not shared the plan yet. Only you can see it.";
        shared_unopened: "Du delte version {} {}. Din sagsbehandler har ikke åbnet den endnu.", "You shared version {} on {}. Your caseworker has not opened it yet.";
        shared_opened: "Du delte version {} {}. Din sagsbehandler åbnede den {}.", "You shared version {} on {}. Your caseworker opened it on {}.";
        shared_back: "Du tog version {} tilbage. Din sagsbehandler kan ikke se den.", "You took version {} back. Your caseworker cannot see it.";
        changed_since: "Du har ændret noget siden. Det nye kan kun du se.", "You have changed something since. Only you can see what is new.";
        look_and_share: "Se planen, og del den", "Review the plan and share it";
        see_version: "Version {}, delt {}", "Version {}, shared {}";
        take_back: "Tag planen tilbage", "Take the plan back";
        take_back_why: "Så længe din sagsbehandler ikke har åbnet den, kan du tage den tilbage. Det, du har skrevet, bliver her.", "As long as your caseworker has not opened it, you can take it back. What you have written stays here.";
        too_late_back: "Din sagsbehandler har lige åbnet planen, så den kan ikke tages tilbage. Du kan rette den og dele den igen.", "Your caseworker has just opened the plan, so it cannot be taken back. You can change it and share it again.";
        version_title: "Min plan, version {}", "My plan, version {}";
        version_next: "Din sagsbehandler læser planen og kan skrive kommentarer. Du ser dem her og på Min plan. I taler om planen ved jeres næste samtale.", "Your caseworker reads the plan and can write comments. You see them here and on My plan. You talk about the plan at your next conversation.";
        letterhead: "{} · {} · delt {}", "{} · {} · shared {}";
        print: "Udskriv, eller gem som PDF", "Print, or save as PDF";
        activities: "Aftalt med kommunen", "Agreed with the municipality";
        yours_too: "Dine oplysninger", "Your data";
        access_log: "Hvem har set mine oplysninger?", "Who has seen my information?";
        download: "Hent alle dine oplysninger som fil", "Download all your data as a file";
        to_plan: "Til Min plan", "To My plan";
        conflict_elsewhere: "Noget er skrevet to forskellige steder. Vælg, hvad der skal gælde:", "Something was written in two places. Choose which is to count:";
        mend_over: "Skriv højst lige så mange timer, som du arbejdede, før du blev syg", "Write at most as many hours as you worked before you fell ill";
        mend_hours_missing: "Skriv, hvor mange timer om ugen du vil arbejde i perioden", "Write how many hours a week you want to work in the period";
        mend_what: "Skriv, hvad der skal ske", "Write what is to happen";
        answered: "{} har skrevet til dig om din plan ({}).", "{} has written to you about your plan ({}).";
        see_answer: "Læs kommentarerne", "Read the comments";
        agreed_before: "Du har ændret skridtet, siden {} sagde ja til det ({}). Det skal aftales igen.", "You have changed the step since {} agreed to it ({}). It needs to be agreed again.";
        to_mend: "Noget skal rettes", "Something to mend";
        see_version_back: "Version {}, delt {} og taget tilbage", "Version {}, shared {} and taken back";
        normal_hint: "Fx 37 eller 30,5.", "For example 37 or 30.5.";
        mend_sure: "Vælg et tal fra 0 til 10", "Choose a number from 0 to 10";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in PlanTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in PlanTexts::ALL {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
