//! Who is in the demonstration. Days are counted from today, so that it never grows stale.

use rules::ContactChannel;

use crate::cases::Matter;

/// A caseworker of the demonstration.
pub struct DemoCaseworker {
    /// Name.
    pub name: &'static str,
    /// What the case system's files call them.
    pub initials: &'static str,
    /// Direct phone number.
    pub phone: &'static str,
    /// Team.
    pub team: &'static str,
    /// Leads the team.
    pub team_leader: bool,
    /// Key to sign in with.
    pub demo_key: Option<&'static str>,
    /// Times are published from so many days from today on; none when absent.
    pub times_from: Option<u64>,
    /// Which of the municipality's places they work at.
    pub office: usize,
    /// The hour their day starts.
    pub starts: u16,
}

/// The caseworkers. The last has no times for three weeks.
pub const CASEWORKERS: [DemoCaseworker; 4] = [
    DemoCaseworker {
        name: "Hanne Ravn",
        initials: "HARA",
        phone: "70 10 20 31",
        team: "Sygedagpenge",
        team_leader: false,
        demo_key: Some("caseworker-1"),
        times_from: Some(1),
        office: 0,
        starts: 9,
    },
    DemoCaseworker {
        name: "Thomas Elm",
        initials: "THEL",
        phone: "70 10 20 32",
        team: "Sygedagpenge",
        team_leader: false,
        demo_key: Some("caseworker-2"),
        times_from: Some(1),
        office: 0,
        starts: 8,
    },
    DemoCaseworker {
        name: "Gitte Fjord",
        initials: "GIFJ",
        phone: "70 10 20 30",
        team: "Sygedagpenge",
        team_leader: true,
        demo_key: Some("team-leader"),
        times_from: None,
        office: 0,
        starts: 9,
    },
    DemoCaseworker {
        name: "Vibeke Lind",
        initials: "VILI",
        phone: "70 10 20 33",
        team: "Jobafklaring",
        team_leader: false,
        demo_key: None,
        times_from: Some(21),
        office: 1,
        starts: 9,
    },
];

/// Where one works.
#[derive(Clone, Copy, Debug)]
pub enum Company {
    /// The one most work for.
    Bakery,
    /// Another.
    Garage,
}

impl Company {
    /// Its CVR number.
    pub const fn cvr(self) -> &'static str {
        match self {
            // The number that the identity broker's test companies use; it is nobody's.
            Self::Bakery => "12345678",
            // Far beyond those that have been given.
            Self::Garage => "99999993",
        }
    }
}

/// A company with the people who act for it.
pub struct DemoCompany {
    /// CVR number.
    pub cvr: &'static str,
    /// Name.
    pub name: &'static str,
    /// Keys to sign in with, and names.
    pub people: &'static [(&'static str, &'static str)],
}

/// The companies.
pub const COMPANIES: [DemoCompany; 2] = [
    DemoCompany {
        cvr: Company::Bakery.cvr(),
        name: "Nordlys Bageri ApS",
        people: &[("employer", "Camilla Strand"), ("employer-2", "Bo Lind")],
    },
    DemoCompany {
        cvr: Company::Garage.cvr(),
        name: "Havblik Auto A/S",
        people: &[("employer-other", "Rikke Hav")],
    },
];

/// A case of the demonstration, in days from today.
pub struct DemoCase {
    /// The citizen's name.
    pub name: &'static str,
    /// Key to sign in with.
    pub demo_key: Option<&'static str>,
    /// Whose case, by place in [`CASEWORKERS`].
    pub caseworker: usize,
    /// Days since the first absence day.
    pub sick_for: i64,
    /// Employed there.
    pub company: Option<Company>,
    /// Conversations held so many days ago, oldest first.
    pub held_ago: &'static [i64],
    /// Asked how the last of those was.
    pub asked: bool,
    /// A conversation so many days ago whose outcome nobody has recorded.
    pub unrecorded_ago: Option<i64>,
    /// A conversation booked, at least so many days ahead.
    pub booked_in: Option<i64>,
    /// Expected back in so many days.
    pub back_in: Option<i64>,
    /// On standby for so many days.
    pub standby_for: Option<i64>,
    /// Closed so many days ago.
    pub closed_for: Option<i64>,
    /// Something a caseworker has closed, and why.
    pub decided: Option<(Matter, &'static str)>,
}

const ORDINARY: DemoCase = DemoCase {
    name: "",
    demo_key: None,
    caseworker: 0,
    sick_for: 80,
    company: Some(Company::Bakery),
    held_ago: &[],
    asked: false,
    unrecorded_ago: None,
    booked_in: None,
    back_in: None,
    standby_for: None,
    closed_for: None,
    decided: None,
};

/// The cases.
pub const CASES: [DemoCase; 15] = [
    DemoCase { name: "Maja Holm", demo_key: Some("first-due"), sick_for: 30, ..ORDINARY },
    DemoCase { name: "Jonas Bak", demo_key: Some("next-due"), held_ago: &[14], ..ORDINARY },
    DemoCase {
        name: "Sofie Lund",
        demo_key: Some("booked"),
        sick_for: 75,
        held_ago: &[20],
        booked_in: Some(4),
        ..ORDINARY
    },
    DemoCase { name: "Peter Dam", demo_key: Some("overdue"), sick_for: 70, ..ORDINARY },
    DemoCase {
        name: "Line Krog",
        demo_key: Some("exempt"),
        sick_for: 40,
        back_in: Some(30),
        ..ORDINARY
    },
    DemoCase {
        name: "Ole Vang",
        demo_key: Some("standby"),
        sick_for: 60,
        held_ago: &[25],
        standby_for: Some(20),
        ..ORDINARY
    },
    DemoCase {
        name: "Mette Hede",
        demo_key: Some("withdrawn"),
        caseworker: 1,
        sick_for: 85,
        held_ago: &[15],
        decided: Some((
            Matter::SelfBooking,
            "Vi aftalte, at jeg booker for dig, så du ikke skal tænke på det.",
        )),
        ..ORDINARY
    },
    DemoCase {
        name: "Karim Said",
        demo_key: Some("video-locked"),
        company: Some(Company::Garage),
        sick_for: 90,
        held_ago: &[52, 18],
        decided: Some((
            Matter::Channel(ContactChannel::Video),
            "Lyden faldt ud de sidste to gange, så vi taler sammen på telefon eller mødes.",
        )),
        ..ORDINARY
    },
    DemoCase {
        name: "Ida Toft",
        demo_key: Some("no-times"),
        caseworker: 3,
        sick_for: 48,
        ..ORDINARY
    },
    DemoCase {
        name: "Lars Bro",
        demo_key: Some("no-employer"),
        caseworker: 1,
        sick_for: 100,
        company: None,
        held_ago: &[60, 18],
        asked: true,
        ..ORDINARY
    },
    DemoCase {
        name: "Birthe Sø",
        demo_key: Some("closed"),
        sick_for: 120,
        held_ago: &[70],
        closed_for: Some(5),
        ..ORDINARY
    },
    DemoCase { name: "Anders Friis", sick_for: 62, unrecorded_ago: Some(3), ..ORDINARY },
    DemoCase { name: "Pia Mose", sick_for: 95, held_ago: &[24], booked_in: Some(1), ..ORDINARY },
    DemoCase {
        name: "Yusuf Demir",
        caseworker: 1,
        sick_for: 66,
        held_ago: &[12],
        booked_in: Some(2),
        ..ORDINARY
    },
    DemoCase { name: "Kirsten Eng", sick_for: 130, held_ago: &[75, 48, 22], ..ORDINARY },
];
