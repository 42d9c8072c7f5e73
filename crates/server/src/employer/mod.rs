//! What an employer may know of an employee (I5): one small type, and the one query that finds
//! it. Nothing that serves an employer reads a case in another way.

mod file;

pub use file::{EmployeeFile, cases_of, people_of};
