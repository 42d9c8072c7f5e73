//! Texts around a citizen's pages as the citizen sees them. May not know pages or data.

use contract::preview::WhyHidden;

use crate::text::table::text_table;

text_table! {
    /// Texts of the view, its controls, and the way there and back.
    PreviewTexts {
        see: "Se som borger", "See as the citizen";
        see_calendar: "Se kalenderen som borger", "See the calendar as a citizen";
        title: "Som borgeren ser det: {}", "As the citizen sees it: {}";
        title_sample: "Som en borger ser det: {}", "As a citizen sees it: {}";
        title_loading: "Som borgeren ser det", "As the citizen sees it";
        view: "Visning", "View";
        banner: "Du ser siden, som borgeren ser den. Du kan ikke ændre noget. Visningen bliver logget.", "You see the page as the citizen sees it. You cannot change anything. This look is logged.";
        banner_sample: "Du ser siden, som en borger ser den. Du kan ikke ændre noget. Et eksempel – ingen borgers oplysninger.", "You see the page as a citizen sees it. You cannot change anything. A sample – nobody's information.";
        today: "som det ser ud i dag", "as it looks today";
        on_day: "som det ser ud {}", "as it looks on {}";
        with_calendar: "med en kalender, der ikke er offentliggjort ({}–{})", "with a calendar that is not published ({}–{})";
        not_sent: "Der er en fastholdelsesplan, kommunen ikke har fået. Det, borgeren ikke har sendt til kommunen, vises ikke her.", "There is a retention plan that the municipality has not got. What the citizen has not sent to it is not shown here.";
        leave: "Afslut visning", "End the view";
        frame: "Borgerens sider", "The citizen's pages";
        shows: "Hvad vil du se?", "What do you want to see?";
        letters: "Breve og beskeder", "Letters and messages";
        controls: "Vis en anden dag, kalender eller borger", "Show another day, calendar or citizen";
        width: "Bredde", "Width";
        phone: "Telefon (375 px)", "Phone (375 px)";
        full: "Fuld bredde", "Full width";
        language: "Sprog i visningen", "Language of the view";
        whose: "Hvis sider", "Whose pages";
        of_case: "{} (sagen)", "{} (the case)";
        of_sample: "Eksempel: {}", "Sample: {}";
        day: "Som det ser ud den (tom: i dag)", "As it looks on (empty: today)";
        day_without_rules: "Der er ingen regler for den dag. Vælg en anden dag.", "There are no rules for that day. Choose another day.";
        day_wrong: "Vælg i dag eller en senere dag, som kalenderen når frem til", "Choose today or a later day that the calendar reaches";
        calendar: "Kalender", "Calendar";
        published: "Som den er offentliggjort", "As it is published";
        unpublished: "Ikke offentliggjort: {}", "Not published: {}";
        from_missing: "Vælg den første dag i kalenderen", "Choose the calendar's first day";
        to_missing: "Vælg den sidste dag i kalenderen", "Choose the calendar's last day";
        calendar_wrong: "De dage kan ikke offentliggøres. Vælg andre dage", "Those days cannot be published. Choose other days";
        update: "Vis siderne sådan", "Show the pages like this";
        reason_heading: "Hvorfor vil du se borgerens sider?", "Why do you want to see the citizen's pages?";
        reason_lead: "Sagen er en kollegas. Borgeren kan læse begrundelsen i sin log.", "The case is a colleague's. The citizen can read the reason in their log.";
        reason_hint: "Skriv kort, hvad du skal bruge det til. Ingen helbredsoplysninger.", "Say briefly what you need it for. No health details.";
        closed: "Visningen er lukket.", "The view is closed.";
        closed_text: "Den er afsluttet i et andet vindue, du har logget på igen, siden du åbnede den, eller sagen er gået videre til en anden.", "It was closed in another window, you have signed in again since you opened it, or the case has gone to somebody else.";
        open_again: "Åbn visningen igen", "Open the view again";
        go_back: "Gå tilbage", "Go back";
    }
}

text_table! {
    /// What a citizen would have done where the caseworker pressed something.
    TriedTexts {
        close: "Luk beskeden", "Close the message";
        read_only: "Du kan ikke ændre noget i en visning.", "You cannot change anything in a view.";
        book: "Her ville borgeren booke tiden.", "Here the citizen would book the time.";
        move_booking: "Her ville borgeren flytte samtalen.", "Here the citizen would move the conversation.";
        cancel: "Her ville borgeren aflyse samtalen.", "Here the citizen would cancel the conversation.";
        typed: "Her ville det, borgeren skriver, blive gemt.", "Here what the citizen types would be saved.";
        words: "Her ville borgeren give sagsbehandleren noget med til samtalen.", "Here the citizen would hand the caseworker something for the conversation.";
        share: "Her ville borgeren dele sin plan med sagsbehandleren.", "Here the citizen would share their plan with the caseworker.";
        take_back: "Her ville borgeren trække en delt plan tilbage.", "Here the citizen would take back a shared plan.";
        retention: "Her ville borgeren sende eller svare i fastholdelsesplanen.", "Here the citizen would send or answer in the retention plan.";
        wait: "Her ville borgeren ændre sin plads på ventelisten.", "Here the citizen would change their place on the waiting list.";
        take_kept: "Her ville borgeren tage tiden.", "Here the citizen would take the time.";
        decline_kept: "Her ville borgeren sige nej tak til tiden.", "Here the citizen would say no thanks to the time.";
        group: "Her ville borgeren tage en plads i et gruppeforløb, skrive sig på ventelisten eller give pladsen videre.", "Here the citizen would take a seat in a group session, go on the waiting list, or give the seat up.";
        round_table: "Her ville borgeren booke eller aflyse en rundbordssamtale.", "Here the citizen would book or cancel a round-table conversation.";
        satisfaction: "Her ville borgeren svare på, hvordan samtalen var.", "Here the citizen would say how the conversation was.";
        sign_out: "Her ville borgeren logge af. Du er stadig logget på.", "Here the citizen would sign out. You are still signed in.";
        other: "Her ville borgeren ændre noget.", "Here the citizen would change something.";
        no_file: "Filen kan ikke hentes i en visning. Borgeren kan hente den.", "The file cannot be downloaded in a view. The citizen can.";
    }
}

text_table! {
    /// The times that a citizen does not see, and why.
    HiddenTexts {
        title: "Hvorfor ser borgeren ikke flere tider?", "Why does the citizen not see more times?";
        channel: "Form", "Form";
        previous: "Forrige uge", "Previous week";
        next: "Næste uge", "Next week";
        shown_none: "Borgeren ser ingen tider i den uge.", "The citizen sees no times in that week.";
        shown_one: "Borgeren ser 1 tid i den uge.", "The citizen sees 1 time in that week.";
        shown: "Borgeren ser {} tider i den uge.", "The citizen sees {} times in that week.";
        hidden_none: "Der er ingen tider, som borgeren ikke ser.", "There are no times that the citizen does not see.";
        hidden_one: "1 tid ser borgeren ikke:", "The citizen does not see 1 time:";
        hidden: "{} tider ser borgeren ikke:", "The citizen does not see {} times:";
        hold_by: "Samtalen skal holdes senest {}. Fristen skjuler ingen tider: tider efter den dag vises som alle andre.", "The conversation must be held by {}. The deadline hides no times: times after that day are shown as any others.";
        day_one: "{}: 1 tid", "{}: 1 time";
        day: "{}: {} tider", "{}: {} times";
        reason: "{} ({})", "{} ({})";
        time: "{}, {}", "{}, {}";
        no_self_booking: "Borgeren kan ikke selv booke lige nu", "The citizen cannot book at present";
        closed: "Kommunen har lukket", "The municipality is closed";
        outside_hours: "Uden for sagsbehandlerens tider, i en pause eller fravær", "Outside the caseworker's hours, in a break or away";
        not_published: "Ikke offentliggjort", "Not published";
        too_soon: "Passeret, eller varslet er for kort", "Past, or the notice is too short";
        beyond_horizon: "Senere end den sidste dag, der kan bookes", "Later than the last day that can be booked";
        other_form: "Tiden har ikke den form eller er for kort til den", "The time does not offer that form or is too short for it";
        form_locked: "Formen er låst for borgeren", "The form is locked for the citizen";
        booked: "Optaget af en anden samtale", "Taken by another conversation";
        kept: "Holdes til en borger på ventelisten, som har den tilbudt", "Kept for a citizen on the waiting list, who has been offered it";
        citizen_busy: "Borgeren har en anden samtale på det tidspunkt", "The citizen has another conversation at that time";
        no_room: "Ingen ledige lokaler", "No room is free";
        own_conversation: "Det er borgerens egen samtale", "It is the citizen's own conversation";
        other_caseworker: "En kollegas tid; borgerens egen sagsbehandler har tider tidligt nok", "A colleague's time; the citizen's own caseworker has times soon enough";
        same_start: "Samme tidspunkt vises hos en anden sagsbehandler", "The same time is shown with another caseworker";
    }
}

impl HiddenTexts {
    /// Why a citizen does not see a time.
    pub const fn because(&self, why: WhyHidden) -> &'static str {
        match why {
            WhyHidden::NoSelfBooking => self.no_self_booking,
            WhyHidden::Closed => self.closed,
            WhyHidden::OutsideHours => self.outside_hours,
            WhyHidden::NotPublished => self.not_published,
            WhyHidden::TooSoon => self.too_soon,
            WhyHidden::BeyondHorizon => self.beyond_horizon,
            WhyHidden::OtherForm => self.other_form,
            WhyHidden::FormLocked => self.form_locked,
            WhyHidden::Booked => self.booked,
            WhyHidden::Kept => self.kept,
            WhyHidden::CitizenBusy => self.citizen_busy,
            WhyHidden::NoRoom => self.no_room,
            WhyHidden::OwnConversation => self.own_conversation,
            WhyHidden::OtherCaseworker => self.other_caseworker,
            WhyHidden::SameStart => self.same_start,
        }
    }
}
