//! The course of a retention plan (*fastholdelsesplan*, § 7 b, DOMAIN 4.1): who may do what
//! next. The employee sees a plan before the municipality does: the only way to
//! [`Course::Submitted`] leads through [`Course::Approved`]. Knows no texts and no people.

use serde::{Deserialize, Serialize};

/// Where a plan is on its way. A version is what was sent to the employee once; `last` is the
/// newest of them, 0 before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Course {
    /// Asked for; the employer has not begun.
    Requested {
        /// The newest version sent before.
        last: u32,
    },
    /// The employer writes.
    Drafting {
        /// The newest version sent before.
        last: u32,
        /// Where that version stands while a new one of it is written, and stays if that is
        /// dropped. Nothing is revised any more once the new one was sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revises: Option<Revised>,
    },
    /// The employee reads.
    Sent {
        /// Which version.
        version: u32,
    },
    /// The employee has asked for changes; the employer writes.
    ChangesAsked {
        /// Of which version.
        version: u32,
    },
    /// The employee has approved it; nobody has sent it to the municipality yet.
    Approved {
        /// Which version.
        version: u32,
    },
    /// The municipality has it.
    Submitted {
        /// Which version.
        version: u32,
    },
    /// The municipality has asked a question about it.
    Questioned {
        /// About which version.
        version: u32,
    },
    /// The municipality has read it.
    Acknowledged {
        /// Which version.
        version: u32,
    },
    /// The employer has said no, which the law lets them.
    Declined {
        /// The newest version sent before.
        last: u32,
    },
    /// Over.
    Closed {
        /// The newest version sent before.
        last: u32,
    },
}

/// Where a plan stands that can be revised: the municipality has read it, and nothing of it waits
/// to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Revised {
    /// Acknowledged.
    Acknowledged,
    /// The municipality has asked a question, which the new version may answer.
    Questioned,
}

/// What the employee can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CitizenMove {
    /// Ask the employer for a plan.
    Request,
    /// Take that back, as long as the employer has not begun.
    WithdrawRequest,
    /// Ask for changes.
    AskChanges,
    /// Approve, perhaps with a remark.
    Approve,
    /// Send what is approved to the municipality.
    Submit,
    /// Answer the municipality's question.
    Answer,
}

/// What the employer can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EmployerMove {
    /// Begin writing, asked or not.
    Begin,
    /// Send what is written to the employee.
    Send,
    /// Take it back, as long as the employee has not answered.
    TakeBack,
    /// Send what is approved to the municipality.
    Submit,
    /// Answer the municipality's question.
    Answer,
    /// Write a new version of a plan that the municipality has read.
    Revise,
    /// Drop the new version, as long as it has not been sent: the plan stands as it did.
    DropRevision,
    /// Say no to a plan (§ 7 b).
    Decline,
}

/// What the caseworker can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StaffMove {
    /// Suggest a plan to the employer.
    Suggest,
    /// Acknowledge a plan.
    Acknowledge,
    /// Ask a question about it.
    Ask,
    /// Close the course, wherever it is.
    Close,
}

/// Somebody does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CourseMove {
    /// The employee.
    Citizen(CitizenMove),
    /// The employer.
    Employer(EmployerMove),
    /// The caseworker.
    Staff(StaffMove),
}

/// A party to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CourseParty {
    /// The employee.
    Citizen,
    /// The employer.
    Employer,
    /// The municipality.
    Staff,
}

impl CourseParty {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Citizen, Self::Employer, Self::Staff];

    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Employer => "employer",
            Self::Staff => "staff",
        }
    }

    /// The party of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.as_str() == name)
    }
}

/// Who has the next move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NextMove {
    /// The employee.
    Citizen,
    /// The employer.
    Employer,
    /// The employee or the employer, whoever comes first.
    Either,
    /// The municipality.
    Staff,
    /// Nobody: it is agreed, or over.
    Nobody,
}

/// The move is none of those that the course has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IllegalMove;

impl CitizenMove {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Request,
        Self::WithdrawRequest,
        Self::AskChanges,
        Self::Approve,
        Self::Submit,
        Self::Answer,
    ];
}

impl EmployerMove {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Begin,
        Self::Send,
        Self::TakeBack,
        Self::Submit,
        Self::Answer,
        Self::Revise,
        Self::DropRevision,
        Self::Decline,
    ];
}

impl StaffMove {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Suggest, Self::Acknowledge, Self::Ask, Self::Close];
}

impl Course {
    /// The course after a move; `None` is a case that has had no plan yet.
    ///
    /// # Errors
    /// [`IllegalMove`] when the course does not have that move now.
    pub fn after(now: Option<Self>, by: CourseMove) -> Result<Self, IllegalMove> {
        use CourseMove::{Citizen, Employer, Staff};
        let Some(now) = now.filter(|course| !course.is_over()) else {
            let last = now.map_or(0, Self::last_version);
            return match by {
                Citizen(CitizenMove::Request) | Staff(StaffMove::Suggest) => {
                    Ok(Self::Requested { last })
                }
                Employer(EmployerMove::Begin) => Ok(Self::Drafting { last, revises: None }),
                _ => Err(IllegalMove),
            };
        };
        match by {
            Citizen(by) => now.citizen(by),
            Employer(by) => now.employer(by),
            Staff(by) => now.staff(by),
        }
    }

    fn citizen(self, by: CitizenMove) -> Result<Self, IllegalMove> {
        match (self, by) {
            (Self::Requested { last }, CitizenMove::WithdrawRequest) => Ok(Self::Closed { last }),
            (Self::Sent { version } | Self::Approved { version }, CitizenMove::AskChanges) => {
                Ok(Self::ChangesAsked { version })
            }
            (Self::Sent { version }, CitizenMove::Approve) => Ok(Self::Approved { version }),
            (Self::Approved { version }, CitizenMove::Submit) => Ok(Self::Submitted { version }),
            (Self::Questioned { version }, CitizenMove::Answer) => Ok(Self::Submitted { version }),
            _ => Err(IllegalMove),
        }
    }

    fn employer(self, by: EmployerMove) -> Result<Self, IllegalMove> {
        match (self, by) {
            (Self::Requested { last }, EmployerMove::Begin) => {
                Ok(Self::Drafting { last, revises: None })
            }
            (Self::Drafting { last: version, .. }, EmployerMove::Send)
            | (Self::ChangesAsked { version }, EmployerMove::Send) => {
                Ok(Self::Sent { version: version.saturating_add(1) })
            }
            (Self::Sent { version }, EmployerMove::TakeBack) => {
                Ok(Self::Drafting { last: version, revises: None })
            }
            (Self::Approved { version }, EmployerMove::Submit)
            | (Self::Questioned { version }, EmployerMove::Answer) => {
                Ok(Self::Submitted { version })
            }
            // What waits for the employee or for the municipality is not taken from them.
            (Self::Acknowledged { version }, EmployerMove::Revise) => {
                Ok(Self::Drafting { last: version, revises: Some(Revised::Acknowledged) })
            }
            (Self::Questioned { version }, EmployerMove::Revise) => {
                Ok(Self::Drafting { last: version, revises: Some(Revised::Questioned) })
            }
            (
                Self::Drafting { last: version, revises: Some(revised) },
                EmployerMove::DropRevision,
            ) => Ok(match revised {
                Revised::Acknowledged => Self::Acknowledged { version },
                Revised::Questioned => Self::Questioned { version },
            }),
            (
                Self::Requested { .. }
                | Self::Drafting { revises: None, .. }
                | Self::ChangesAsked { .. },
                EmployerMove::Decline,
            ) => Ok(Self::Declined { last: self.last_version() }),
            _ => Err(IllegalMove),
        }
    }

    fn staff(self, by: StaffMove) -> Result<Self, IllegalMove> {
        match (self, by) {
            (
                Self::Submitted { version } | Self::Questioned { version },
                StaffMove::Acknowledge,
            ) => Ok(Self::Acknowledged { version }),
            (Self::Submitted { version } | Self::Acknowledged { version }, StaffMove::Ask) => {
                Ok(Self::Questioned { version })
            }
            // Whatever has come to a standstill: over is a course only before this.
            (_, StaffMove::Close) => Ok(Self::Closed { last: self.last_version() }),
            _ => Err(IllegalMove),
        }
    }

    /// Is nothing more to come of it? Then another course can begin.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Declined { .. } | Self::Closed { .. })
    }

    /// The newest version that was ever sent to the employee; 0 when none was.
    pub const fn last_version(self) -> u32 {
        match self {
            Self::Requested { last }
            | Self::Drafting { last, .. }
            | Self::Declined { last }
            | Self::Closed { last } => last,
            Self::Sent { version }
            | Self::ChangesAsked { version }
            | Self::Approved { version }
            | Self::Submitted { version }
            | Self::Questioned { version }
            | Self::Acknowledged { version } => version,
        }
    }

    /// May the employer write?
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Drafting { .. } | Self::ChangesAsked { .. })
    }

    /// Who has the next move.
    pub const fn next_move(self) -> NextMove {
        match self {
            Self::Requested { .. } | Self::Drafting { .. } | Self::ChangesAsked { .. } => {
                NextMove::Employer
            }
            Self::Sent { .. } => NextMove::Citizen,
            Self::Approved { .. } | Self::Questioned { .. } => NextMove::Either,
            Self::Submitted { .. } => NextMove::Staff,
            Self::Acknowledged { .. } | Self::Declined { .. } | Self::Closed { .. } => {
                NextMove::Nobody
            }
        }
    }

    /// What the employee can do now.
    pub fn citizen_moves(now: Option<Self>) -> Vec<CitizenMove> {
        legal(&CitizenMove::ALL, now, CourseMove::Citizen)
    }

    /// What the employer can do now.
    pub fn employer_moves(now: Option<Self>) -> Vec<EmployerMove> {
        legal(&EmployerMove::ALL, now, CourseMove::Employer)
    }

    /// What the caseworker can do now.
    pub fn staff_moves(now: Option<Self>) -> Vec<StaffMove> {
        legal(&StaffMove::ALL, now, CourseMove::Staff)
    }
}

fn legal<T: Copy>(all: &[T], now: Option<Course>, by: fn(T) -> CourseMove) -> Vec<T> {
    all.iter().copied().filter(|one| Course::after(now, by(*one)).is_ok()).collect()
}
