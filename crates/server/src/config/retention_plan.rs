//! The municipality's part of the retention plan: how long people have to answer, when a step up
//! is announced, when a plan must be sent for a conversation, and which words tell what somebody suffers from. The built-in settings stand
//! where the file says nothing.

use serde::Deserialize;

/// The table `[retention_plan]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetentionPlanSettings {
    /// An employee who has not answered a plan for so many days is reminded, and so is the
    /// employer.
    pub answer_days: u16,
    /// A citizen is told of a step up so many days before it begins.
    pub step_reminder_days: u16,
    /// Employee and employer are reminded of an approved plan that nobody has sent to the
    /// municipality so many days before the next conversation.
    pub submit_reminder_days: u16,
    /// Words in small letters, or beginnings of words that end in `*`, that tell what somebody
    /// suffers from. A text with one of them gets a friendly hint, never a refusal.
    pub health_words: Vec<String>,
    /// Where employers report hours for reimbursement (NemRefusion).
    pub nemrefusion_url: String,
}

/// Most common diagnoses and treatments, Danish before English. Kept to words that hardly mean
/// anything else in a text about work.
const HEALTH_WORDS: [&str; 71] = [
    "diagnos*",
    "sygdom*",
    "lidelse*",
    "smerte*",
    "depress*",
    "angst*",
    "stressramt*",
    "stresssyg*",
    "belastningsreaktion*",
    "tilpasningsreaktion*",
    "udbrændt*",
    "ptsd",
    "adhd",
    "autis*",
    "asperger*",
    "bipolar*",
    "skizofren*",
    "psykose*",
    "psykisk*",
    "psykiatri*",
    "psykologen",
    "borderline",
    "ocd",
    "spiseforstyrrelse*",
    "anoreksi*",
    "alkohol*",
    "misbrug*",
    "medicin",
    "medicinen",
    "kemoterapi*",
    "kemo",
    "kræft",
    "kræften",
    "kræftbehandling*",
    "kræftsyg*",
    "brystkræft*",
    "leukæmi*",
    "tumor*",
    "svulst*",
    "blodprop*",
    "hjerteanfald*",
    "hjertesyg*",
    "åreforkalkning*",
    "diabetes*",
    "sukkersyge*",
    "astma*",
    "kol",
    "epilep*",
    "sklerose*",
    "parkinson*",
    "demens*",
    "migræne*",
    "hovedpine*",
    "hjernerystelse*",
    "piskesmæld*",
    "diskusprolaps*",
    "slidgigt*",
    "leddegigt*",
    "gigt",
    "fibromyalgi*",
    "abort*",
    "graviditet*",
    "opereret",
    "operationen",
    "anxiety",
    "illness",
    "disease*",
    "migraine*",
    "chemotherapy",
    "cancer*",
    "burnout",
];

impl Default for RetentionPlanSettings {
    fn default() -> Self {
        Self {
            answer_days: 7,
            step_reminder_days: 1,
            submit_reminder_days: 7,
            health_words: HEALTH_WORDS.map(str::to_owned).to_vec(),
            nemrefusion_url: "https://www.virk.dk/myndigheder/stat/ATP/selvbetjening/NemRefusion/"
                .to_owned(),
        }
    }
}
