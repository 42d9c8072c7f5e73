//! The server of Genvej: JSON API, database, and the built app in one binary.

pub mod db;
