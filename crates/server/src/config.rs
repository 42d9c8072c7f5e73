//! What the server and the municipality decide at start: settings by file, environment and
//! flags, and the municipality's own TOML. Knows no requests and no cases.

mod caseload;
mod checks;
mod groups;
pub mod job_plan;
mod kpi;
pub mod letters;
mod load;
pub mod municipality;
pub mod retention_plan;
pub mod satisfaction;
pub mod server;
mod waiting_list;

pub use caseload::CaseloadSettings;
pub use groups::GroupSettings;
pub use job_plan::{AccessLogSettings, JobPlanSettings};
pub use kpi::KpiSettings;
pub use letters::LettersSettings;
pub use load::{ConfigError, Start};
pub use municipality::{
    BookingSettings, ConversationForm, Conversations, MunicipalityConfig, PlaceSettings,
    RoomSettings,
};
pub use retention_plan::RetentionPlanSettings;
pub use satisfaction::SatisfactionSettings;
pub use server::{Address, LogFormat, ServerConfig, ServerOverrides};
pub use waiting_list::WaitingListSettings;

/// Everything configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// How the server runs.
    pub server: ServerConfig,
    /// The municipality's names, places, conversations and rules.
    pub municipality: MunicipalityConfig,
}
