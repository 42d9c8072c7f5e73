//! The receipt of an import: which file, who, when, and how many of each. It can be printed.

use contract::case_import::ImportReceipt;
use leptos::prelude::*;

use super::report::counted;
use crate::routes::{CasesView, Route};
use crate::text::{dates, text, text_of};
use crate::ui::{Alert, AlertKind, Button, LinkButton};

/// The id of the receipt, to lead to.
pub const RECEIPT_ID: &str = "receipt";

/// What was done.
#[derive(Clone)]
pub struct Done {
    /// The name of the file.
    pub file: String,
    /// What the server says of it.
    pub receipt: ImportReceipt,
}

/// The receipt.
#[component]
pub fn Receipt(
    /// What was done.
    done: Done,
    /// Another file is wanted.
    on_another: Callback<()>,
) -> impl IntoView {
    let Done { file, receipt } = done;
    let ImportReceipt { at, by, counts } = receipt;
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    view! {
        <div id=RECEIPT_ID tabindex="-1">
            <Alert
                kind=AlertKind::Success
                heading=text(|t| t.staff().exchange.imported)
                live=true
            >
                <dl class="counts counts--words">
                    <div>
                        <dt>{text(|t| t.staff().exchange.receipt_file)}</dt>
                        <dd>{file}</dd>
                    </div>
                    <div>
                        <dt>{text(|t| t.staff().exchange.receipt_at)}</dt>
                        <dd>{text_of(move |t| dates::full_date_time(t.language, &at))}</dd>
                    </div>
                    <div>
                        <dt>{text(|t| t.staff().exchange.receipt_by)}</dt>
                        <dd>{by}</dd>
                    </div>
                </dl>
                <dl class="counts">
                    {counted(text(|t| t.staff().exchange.new), counts.new)}
                    {counted(text(|t| t.staff().exchange.changed), counts.changed)}
                    {counted(text(|t| t.staff().exchange.unchanged), counts.unchanged)}
                </dl>
                <p>{text(|t| t.staff().exchange.imported_log)}</p>
            </Alert>
        </div>
        <div class="toolbar no-print">
            <LinkButton
                to=Route::StaffCases(CasesView::default())
                text=text(|t| t.staff().exchange.to_cases)
            />
            <Button text=text(|t| t.staff().exchange.another) on_click=on_another/>
            <Button text=text(|t| t.staff().exchange.print) on_click=print/>
        </div>
    }
    .into_any()
}
