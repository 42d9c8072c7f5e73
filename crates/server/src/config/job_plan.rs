//! The municipality's part of the job plan: what the legs are called, which words name no job,
//! which kinds of activity there are. The built-in texts stand where the file says nothing.

use contract::job_plan::{ActivityKind, LegTexts, PlanLeg};
use serde::Deserialize;

/// The table `[job_plan]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JobPlanSettings {
    /// Back to one's own job.
    pub a: LegSettings,
    /// Other tasks or hours.
    pub b: LegSettings,
    /// Another job, or an education.
    pub c: LegSettings,
    /// Words that name no job and no task; several words in an entry stand for each of them.
    pub vague_words: Vec<String>,
    /// What an activity can be.
    pub activity_kinds: Vec<ActivityKind>,
}

/// What a leg is called, and how it is explained.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegSettings {
    /// Name, in Danish.
    pub label: String,
    /// Name, in English.
    pub label_en: String,
    /// Help, in Danish.
    pub help: String,
    /// Help, in English.
    pub help_en: String,
}

/// The table `[access_log]`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessLogSettings {
    /// Does the citizen see who looked by name, or only their role and team?
    pub show_names: bool,
}

impl JobPlanSettings {
    /// The legs with their settings, in order.
    pub fn legs(&self) -> [(PlanLeg, &LegSettings); 3] {
        [(PlanLeg::A, &self.a), (PlanLeg::B, &self.b), (PlanLeg::C, &self.c)]
    }

    /// The legs as they are sent to the app.
    pub fn leg_texts(&self) -> Vec<LegTexts> {
        let texts = |(leg, settings): (PlanLeg, &LegSettings)| LegTexts {
            leg,
            label: settings.label.clone(),
            label_en: settings.label_en.clone(),
            help: settings.help.clone(),
            help_en: settings.help_en.clone(),
        };
        self.legs().map(texts).to_vec()
    }

    /// The kind of that code. One that is no longer in the list goes by its code.
    pub fn kind(&self, code: &str) -> ActivityKind {
        let known = self.activity_kinds.iter().find(|kind| kind.code == code);
        known.cloned().unwrap_or_else(|| kind(code, code, code))
    }
}

impl Default for JobPlanSettings {
    fn default() -> Self {
        Self {
            a: leg(
                "Plan A – tilbage til mit job",
                "Plan A – back to my own job",
                "Det job, du har. Du kan vende tilbage på fuld tid eller begynde med færre timer. \
                 Har du ikke et job, så skriv om det arbejde, du kender bedst.",
                "The job you have. You can come back full time, or start with fewer hours. \
                 If you have no job, write about the work you know best.",
            ),
            b: leg(
                "Plan B – andre opgaver eller færre timer",
                "Plan B – other tasks or fewer hours",
                "Andre opgaver eller færre timer samme sted, eller et job tæt på det, du kan.",
                "Other tasks or fewer hours at the same place, or a job close to what you can do.",
            ),
            c: leg(
                "Plan C – et andet job",
                "Plan C – another job",
                "Et andet job eller en uddannelse, hvis plan A og B ikke kan lade sig gøre.",
                "Another job or an education, if plans A and B cannot be done.",
            ),
            vague_words: [
                "afklaring",
                "afklaret",
                "afklares",
                "praktik",
                "virksomhedspraktik",
                "jeg ved det ikke",
                "hvad som helst",
                "noget",
                "et job",
                "en",
                "arbejde",
                "skal",
                "vil",
                "i",
                "på",
                "clarification",
                "internship",
                "i don t know",
                "a work",
                "something",
                "anything",
            ]
            .map(str::to_owned)
            .to_vec(),
            activity_kinds: vec![
                kind("practice", "Virksomhedspraktik", "Work practice"),
                kind("wage-subsidy", "Løntilskud", "Wage subsidy"),
                kind("course", "Kursus eller uddannelse", "Course or education"),
                kind("mentor", "Mentor", "Mentor"),
                kind("health", "Forløb om helbred", "Health programme"),
                kind("aids", "Hjælpemidler eller personlig assistance", "Aids or assistance"),
                kind("other", "Andet", "Other"),
            ],
        }
    }
}

fn leg(label: &str, label_en: &str, help: &str, help_en: &str) -> LegSettings {
    LegSettings {
        label: label.to_owned(),
        label_en: label_en.to_owned(),
        help: help.to_owned(),
        help_en: help_en.to_owned(),
    }
}

fn kind(code: &str, name: &str, name_en: &str) -> ActivityKind {
    ActivityKind { code: code.to_owned(), name: name.to_owned(), name_en: name_en.to_owned() }
}
