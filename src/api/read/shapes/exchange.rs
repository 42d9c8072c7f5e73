//! The shapes of the report on a file of cases.

use contract::case_import::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { CellCode FileCode ImportColumn RowResult }

records! {
    ImportReport { plan, file, counts, rows }
    ImportCounts { new, changed, unchanged, refused }
    FileProblem { code, row, column }
    ImportRow { row, case_number, result, changed, booking_open, problems }
    CellProblem { column, code, other_row, value }
    ImportReceipt { at, by, counts }
}
