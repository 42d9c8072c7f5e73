//! Every sentence people read, in Danish and English: one struct, two constants, so that a
//! missing translation does not compile. Switching language keeps what is typed, because
//! texts are signals and nothing is rebuilt.

pub mod access_log;
pub mod citizen;
pub mod citizen_retention;
pub mod common;
pub mod dates;
pub mod employer;
pub mod form;
mod front;
pub mod groups;
pub mod job_plan;
pub mod numbers;
pub mod plan;
pub mod retention;
pub mod staff;
mod table;
pub mod waiting;

use leptos::prelude::*;

use crate::session::use_session;

/// A language the app speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
}

impl Language {
    /// For the `lang` attribute and for storage.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language of a code; Danish when it is unknown.
    pub fn of_code(code: &str) -> Self {
        if code == "en" { Self::En } else { Self::Da }
    }

    /// Its texts.
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::Da => &DA,
            Self::En => &EN,
        }
    }
}

/// All texts of one language.
pub struct Texts {
    /// Which language it is, for [`dates`].
    pub language: Language,
    /// The frame, the parts of `ui`, and what several areas say.
    pub common: common::CommonTexts,
    /// The front page and the employer's page.
    pub front: front::FrontTexts,
    /// The citizen's area.
    pub citizen: citizen::CitizenTexts,
}

impl Texts {
    /// Texts of forms that keep what is typed; only the parts of the app that have such forms
    /// carry them.
    pub const fn form(&self) -> &'static form::FormTexts {
        match self.language {
            Language::Da => &form::FormTexts::DA,
            Language::En => &form::FormTexts::EN,
        }
    }

    /// The employer's pages. A function, so that the other parts do not carry it.
    pub const fn employer(&self) -> &'static employer::EmployerTexts {
        match self.language {
            Language::Da => &employer::DA,
            Language::En => &employer::EN,
        }
    }

    /// What the employer is asked in a plan. A function for the same reason.
    pub const fn employer_plan(&self) -> &'static employer::plan::EmployerPlanTexts {
        match self.language {
            Language::Da => &employer::plan::EmployerPlanTexts::DA,
            Language::En => &employer::plan::EmployerPlanTexts::EN,
        }
    }

    /// Writing and sharing the job plan. A function, so that the other parts do not carry it.
    pub const fn plan(&self) -> &'static plan::PlanTexts {
        match self.language {
            Language::Da => &plan::PlanTexts::DA,
            Language::En => &plan::PlanTexts::EN,
        }
    }

    /// The caseworker's area. A function, so that the site does not carry what only the
    /// staff's part says.
    pub const fn staff(&self) -> &'static staff::StaffTexts {
        match self.language {
            Language::Da => &staff::DA,
            Language::En => &staff::EN,
        }
    }

    /// A plan as it is read. A function for the same reason.
    pub const fn job_plan(&self) -> &'static job_plan::JobPlanTexts {
        match self.language {
            Language::Da => &job_plan::DA,
            Language::En => &job_plan::EN,
        }
    }

    /// A retention plan as it is read, to all three parties. A function for the same reason.
    pub const fn retention(&self) -> &'static retention::RetentionTexts {
        match self.language {
            Language::Da => &retention::DA,
            Language::En => &retention::EN,
        }
    }

    /// The citizen's own pages about it. A function for the same reason.
    pub const fn my_retention(&self) -> &'static citizen_retention::CitizenRetentionTexts {
        match self.language {
            Language::Da => &citizen_retention::CitizenRetentionTexts::DA,
            Language::En => &citizen_retention::CitizenRetentionTexts::EN,
        }
    }

    /// Group sessions, to the citizen. A function for the same reason.
    pub const fn groups(&self) -> &'static groups::GroupTexts {
        match self.language {
            Language::Da => &groups::GroupTexts::DA,
            Language::En => &groups::GroupTexts::EN,
        }
    }

    /// Waiting for an earlier time. A function for the same reason.
    pub const fn waiting(&self) -> &'static waiting::WaitingTexts {
        match self.language {
            Language::Da => &waiting::WaitingTexts::DA,
            Language::En => &waiting::WaitingTexts::EN,
        }
    }

    /// Where a retention plan is. A function for the same reason.
    pub const fn course(&self) -> &'static retention::CourseTexts {
        match self.language {
            Language::Da => &retention::COURSE_DA,
            Language::En => &retention::COURSE_EN,
        }
    }

    /// Who has looked at one's data. A function for the same reason.
    pub const fn access_log(&self) -> &'static access_log::AccessLogTexts {
        match self.language {
            Language::Da => &access_log::DA,
            Language::En => &access_log::EN,
        }
    }
}

static DA: Texts =
    Texts { language: Language::Da, common: common::DA, front: front::DA, citizen: citizen::DA };

static EN: Texts =
    Texts { language: Language::En, common: common::EN, front: front::EN, citizen: citizen::EN };

/// A text on screen that follows the language.
pub type Text = Signal<String>;

/// The texts in the language in use; tracks it. Call it inside a component, use the result
/// anywhere.
pub fn use_texts() -> impl Fn() -> &'static Texts + Copy + Send + Sync + 'static {
    let language = use_session().language;
    move || language.get().texts()
}

/// A text by itself: `text(|t| t.common.next)`.
pub fn text(pick: fn(&'static Texts) -> &'static str) -> Text {
    let texts = use_texts();
    Signal::derive(move || pick(texts()).to_owned())
}

/// A text made of several: `text_of(move |t| format!("{} {name}", t.common.signed_in_as))`.
pub fn text_of(make: impl Fn(&'static Texts) -> String + Send + Sync + 'static) -> Text {
    text_of_boxed(Box::new(make))
}

type MakeText = Box<dyn Fn(&'static Texts) -> String + Send + Sync>;

fn text_of_boxed(make: MakeText) -> Text {
    let texts = use_texts();
    Signal::derive(move || make(texts()))
}

/// Puts values into a sentence: `fill("Trin {} af {}", &["2", "4"])`.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut parts = sentence.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        filled.push_str(values.next().copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_sentences_in_order() {
        assert_eq!(fill("Trin {} af {}", &["2", "4"]), "Trin 2 af 4");
        assert_eq!(fill("Ring på {}.", &["70 10 20 30"]), "Ring på 70 10 20 30.");
        assert_eq!(fill("uden værdier", &[]), "uden værdier");
    }

    /// The booking page is drawn once before the app is there; see `public/early.js`.
    #[test]
    fn the_early_booking_page_says_what_the_app_says() {
        let script = include_str!("../../public/early.js");
        let (_, rest) = script.split_once("const TEXTS = ").unwrap();
        let (texts, _) = rest.split_once(";\n").unwrap();
        let texts: serde_json::Value = serde_json::from_str(texts).unwrap();
        for t in [Language::Da.texts(), Language::En.texts()] {
            let (common, booking) = (&t.common, &t.citizen.booking);
            let expected = serde_json::json!({
                "demo_ribbon": common.demo_ribbon,
                "demo_change_person": common.demo_change_person,
                "other_language": common.other_language,
                "sign_out": common.sign_out,
                "support": common.support,
                "back": common.back,
                "step": common.step,
                "phone": common.channels[0],
                "video": common.channels[1],
                "in_person": common.channels[2],
                "title": booking.title,
                "lead": booking.lead,
                "deadline": booking.deadline,
                "deadline_soon": booking.deadline_soon,
                "deadline_past": booking.deadline_past,
                "jobnet": t.citizen.overview.jobnet,
                "why": t.citizen.overview.why,
                "how": booking.how,
                "phone_means": booking.phone_means,
                "video_means": booking.video_means,
                "in_person_means": booking.in_person_means,
                "minutes": booking.minutes,
                "first_free": booking.first_free,
                "book_first_name": booking.book_first_name,
                "more_times": booking.more_times,
                "more_times_name": booking.more_times_name,
                "with": booking.with,
                "after_deadline": booking.after_deadline,
            });
            assert_eq!(texts[t.language.code()], expected);
        }
    }

    #[test]
    fn an_unknown_language_is_danish() {
        assert_eq!(Language::of_code("en"), Language::En);
        assert_eq!(Language::of_code("kl"), Language::Da);
    }
}
