//! The texts of the front page.

use contract::session::DemoSituation;

/// The texts of the front page.
pub struct FrontTexts {
    /// Heading.
    pub heading: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// What one can do: three points.
    pub points: [&'static str; 3],
    /// Heading of the sign-in part.
    pub sign_in: &'static str,
    /// Without the demonstration; phone number, hours.
    pub sign_in_later: &'static str,
    /// In the demonstration.
    pub choose_person: &'static str,
    /// Group headings.
    pub citizens: &'static str,
    /// Group headings.
    pub employers: &'static str,
    /// Group headings.
    pub caseworkers: &'static str,
    /// Somebody is signed in; name.
    pub signed_in_as: &'static str,
    /// To one's own page.
    pub go_on: &'static str,
    /// The situations of the demonstration.
    pub situations: Situations,
}

/// What is special about a person of the demonstration, in words.
pub struct Situations {
    /// The first conversation is due.
    pub first_due: &'static str,
    /// A later conversation is due.
    pub next_due: &'static str,
    /// A conversation is booked.
    pub booked: &'static str,
    /// The deadline has passed.
    pub overdue: &'static str,
    /// Expected back soon.
    pub exempt: &'static str,
    /// On standby.
    pub standby: &'static str,
    /// Self-booking withdrawn.
    pub withdrawn: &'static str,
    /// Video locked.
    pub video_locked: &'static str,
    /// No free times.
    pub no_times: &'static str,
    /// No employer.
    pub no_employer: &'static str,
    /// Closed.
    pub closed: &'static str,
    /// Employer.
    pub employer: &'static str,
    /// Caseworker.
    pub caseworker: &'static str,
    /// Team leader.
    pub team_leader: &'static str,
}

impl Situations {
    /// The words for a citizen's situation.
    pub const fn of(&self, situation: DemoSituation) -> &'static str {
        match situation {
            DemoSituation::FirstConversationDue => self.first_due,
            DemoSituation::NextConversationDue => self.next_due,
            DemoSituation::Booked => self.booked,
            DemoSituation::Overdue => self.overdue,
            DemoSituation::Exempt => self.exempt,
            DemoSituation::Standby => self.standby,
            DemoSituation::SelfBookingWithdrawn => self.withdrawn,
            DemoSituation::VideoLocked => self.video_locked,
            DemoSituation::NoFreeTimes => self.no_times,
            DemoSituation::NoEmployer => self.no_employer,
            DemoSituation::CaseClosed => self.closed,
            DemoSituation::Ordinary => "",
        }
    }
}

/// Danish.
pub const DA: FrontTexts = FrontTexts {
    heading: "Når du er sygemeldt",
    lead: "Her aftaler du selv, hvornår og hvordan vi taler sammen om din sygemelding.",
    points: [
        "Se, hvornår vi senest skal tale sammen – og hvorfor.",
        "Book en samtale på telefon, på video eller hos os.",
        "Flyt eller aflys samtalen, hvis den ikke passer alligevel.",
    ],
    sign_in: "Log på",
    sign_in_later: "Du kan snart logge på her med MitID. Indtil da aftaler vi tiden på telefon {} ({}).",
    choose_person: "Vælg, hvem du vil være. Personerne er opdigtede, og du kan prøve alt af.",
    citizens: "Sygemeldte borgere",
    employers: "Arbejdsgiver",
    caseworkers: "Sagsbehandlere",
    signed_in_as: "Du er logget på som {}.",
    go_on: "Gå til min side",
    situations: Situations {
        first_due: "Skal have sin første samtale",
        next_due: "Skal have sin næste samtale og vælger selv formen",
        booked: "Har booket en samtale",
        overdue: "Fristen er overskredet",
        exempt: "Er snart tilbage på job og fritaget for samtaler",
        standby: "Alvorligt syg og fritaget for samtaler (standby)",
        withdrawn: "Kan ikke booke selv lige nu",
        video_locked: "Video er slået fra",
        no_times: "Ingen ledige tider før fristen",
        no_employer: "Har ikke en arbejdsgiver",
        closed: "Sagen er afsluttet",
        employer: "Har en sygemeldt medarbejder",
        caseworker: "Sagsbehandler med egen kalender",
        team_leader: "Teamleder, ser hele holdets kalendere",
    },
};

/// English.
pub const EN: FrontTexts = FrontTexts {
    heading: "When you are on sick leave",
    lead: "Here you decide when and how we talk about your sick leave.",
    points: [
        "See by when we must talk – and why.",
        "Book a conversation by phone, by video or at our office.",
        "Move or cancel the conversation if it no longer suits you.",
    ],
    sign_in: "Sign in",
    sign_in_later: "Soon you can sign in here with MitID. Until then we agree on a time by phone: {} ({}).",
    choose_person: "Choose who you want to be. The people are invented, and you can try everything.",
    citizens: "Citizens on sick leave",
    employers: "Employer",
    caseworkers: "Caseworkers",
    signed_in_as: "You are signed in as {}.",
    go_on: "Go to my page",
    situations: Situations {
        first_due: "Is to have the first conversation",
        next_due: "Is to have the next conversation and chooses the form",
        booked: "Has booked a conversation",
        overdue: "The deadline has passed",
        exempt: "Soon back at work and exempt from conversations",
        standby: "Seriously ill and exempt from conversations (standby)",
        withdrawn: "Cannot book by themselves at present",
        video_locked: "Video is switched off",
        no_times: "No free times before the deadline",
        no_employer: "Has no employer",
        closed: "The case is closed",
        employer: "Has an employee on sick leave",
        caseworker: "Caseworker with a calendar of their own",
        team_leader: "Team leader, sees the whole team's calendars",
    },
};
