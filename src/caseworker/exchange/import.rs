//! Choosing a file, seeing what it would do, and importing it: in this order only, and the file
//! that is imported is the one that was seen.

use contract::case_import::ImportReport;
use contract::limits;
use contract::problem::ErrorCode;
use leptos::prelude::*;
use web_sys::File;

use super::columns::Columns;
use super::receipt::{Done, RECEIPT_ID, Receipt};
use super::report::{REPORT_ID, Report};
use super::words::{file_problem, import_button};
use crate::api::exchange::{self, Bytes};
use crate::api::{ApiError, IdempotencyKey};
use crate::text::{Texts, fill, numbers, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, FieldProblem, FileField, Sending, failure, focus_element, live_if,
    problem_of,
};

/// The id of the field.
const FILE_ID: &str = "file";

/// A file that was looked through.
struct Checked {
    name: String,
    bytes: Bytes,
    report: StoredValue<ImportReport>,
    key: IdempotencyKey,
}

/// What was chosen, checked and done.
#[derive(Clone, Copy)]
struct Import {
    chosen: RwSignal<Option<File>, LocalStorage>,
    checked: RwSignal<Option<Checked>, LocalStorage>,
    receipt: RwSignal<Option<Done>>,
    problems: RwSignal<Vec<FieldProblem>>,
    failed: RwSignal<Option<ApiError>>,
    sending: Sending,
}

/// The part of the page.
#[component]
pub fn ImportPart(
    /// What is wrong on the page.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let import = Import {
        chosen: RwSignal::new_local(None),
        checked: RwSignal::new_local(None),
        receipt: RwSignal::new(None),
        problems,
        failed: RwSignal::new(None),
        sending: Sending::new(),
    };
    let choosing = live_if(move || import.receipt.with(Option::is_none).then(|| import.field()));
    view! {
        <h2>{text(|t| t.staff().exchange.import)}</h2>
        <p>{text(|t| t.staff().exchange.import_lead)}</p>
        <Columns/>
        {choosing}
        {failure(import.failed)}
        {live_if(move || import.report())}
        {live_if(move || import.receipt.get().map(|done| import.done(done)))}
    }
    .into_any()
}

impl Import {
    fn field(self) -> AnyView {
        let t = use_texts();
        let choose = move |file| {
            self.chosen.set(file);
            self.forget();
        };
        let check = Callback::new(move |()| self.check(t()));
        view! {
            <FileField
                id=FILE_ID
                label=text(|t| t.staff().exchange.file)
                hint=text(|t| t.staff().exchange.file_hint)
                accept=".csv,.txt,text/csv"
                on_choose=choose
                error=problem_of(self.problems, FILE_ID)
            />
            <div class="toolbar">
                <Button
                    text=text(|t| t.staff().exchange.check)
                    kind=ButtonKind::Primary
                    busy=self.sending.busy()
                    on_click=check
                />
            </div>
        }
        .into_any()
    }

    /// What was said of another file, or of this one before, is no longer true.
    fn forget(self) {
        self.checked.set(None);
        self.failed.set(None);
        self.problems.set(Vec::new());
    }

    fn refuse(self, id: &str, message: String) {
        self.problems.set(vec![FieldProblem::new(id, message)]);
    }

    fn check(self, t: &'static Texts) {
        self.forget();
        let texts = &t.staff().exchange;
        let Some(file) = self.chosen.get_untracked() else {
            return self.refuse(FILE_ID, texts.choose.to_owned());
        };
        if file.size() > limits::IMPORT_BYTES as f64 {
            return self.refuse(FILE_ID, texts.too_large.to_owned());
        }
        self.sending.run(async move {
            let Ok(bytes) = Bytes::read(&file).await else {
                return self.refuse(FILE_ID, texts.unreadable.to_owned());
            };
            match exchange::dry_run(&bytes).await {
                // Another one was chosen meanwhile.
                Ok(_) if self.chosen.get_untracked().as_ref() != Some(&file) => {}
                Ok(report) => self.checked(t, file.name(), bytes, report),
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    fn checked(self, t: &Texts, name: String, bytes: Bytes, report: ImportReport) {
        if let Some(problem) = &report.file {
            return self.refuse(FILE_ID, file_problem(t, problem));
        }
        let refused = report.counts.refused;
        let report = StoredValue::new(report);
        self.checked.set(Some(Checked { name, bytes, report, key: IdempotencyKey::new() }));
        match refused {
            // When it is drawn.
            0 => request_animation_frame(|| focus_element(REPORT_ID)),
            1 => self.refuse(REPORT_ID, t.staff().exchange.one_refused.to_owned()),
            more => {
                let more = numbers::count_u32(t.language, more);
                let words = fill(t.staff().exchange.some_refused, &[&more]);
                self.refuse(REPORT_ID, words);
            }
        }
    }

    fn report(self) -> Option<AnyView> {
        let (name, report) = self
            .checked
            .with(|checked| checked.as_ref().map(|one| (one.name.clone(), one.report)))?;
        let counts = report.with_value(|report| report.counts);
        let cases = counts.new + counts.changed;
        let may = report.with_value(ImportReport::is_accepted) && cases > 0;
        let t = use_texts();
        let import = may.then(|| {
            view! {
                <Button
                    text=text_of(move |t| import_button(t, cases))
                    kind=ButtonKind::Primary
                    busy=self.sending.busy()
                    on_click=Callback::new(move |()| self.import(t()))
                />
            }
            .into_any()
        });
        Some(view! { <Report file=name report=report import=import/> }.into_any())
    }

    fn import(self, t: &'static Texts) {
        let Some((file, plan, key, bytes)) = self.checked.with_untracked(|checked| {
            let one = checked.as_ref()?;
            let plan = one.report.with_value(|report| report.plan.clone());
            Some((one.name.clone(), plan, one.key.clone(), one.bytes.clone()))
        }) else {
            return;
        };
        self.failed.set(None);
        self.sending.run(async move {
            match exchange::import(plan, &key, &bytes).await {
                Ok(receipt) => {
                    self.chosen.set(None);
                    self.forget();
                    self.receipt.set(Some(Done { file, receipt }));
                    request_animation_frame(|| focus_element(RECEIPT_ID));
                }
                Err(error) => {
                    let texts = &t.staff().exchange;
                    let again = match error.code() {
                        Some(ErrorCode::StaleVersion) => texts.stale,
                        Some(ErrorCode::InvalidFields) => texts.no_longer,
                        // Tried again with the same key, it is done once.
                        _ => return self.failed.set(Some(error)),
                    };
                    self.checked.set(None);
                    self.refuse(FILE_ID, again.to_owned());
                }
            }
        });
    }

    fn done(self, done: Done) -> AnyView {
        let another = Callback::new(move |()| {
            self.receipt.set(None);
            request_animation_frame(|| focus_element(FILE_ID));
        });
        view! { <Receipt done=done on_another=another/> }.into_any()
    }
}
