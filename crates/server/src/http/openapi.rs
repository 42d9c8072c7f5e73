//! What the API document says beside the routes: what the API is, how one is signed in, and
//! how every call can be refused. `docs/openapi.json` is its checked-in copy.

use contract::paths;
use contract::problem::Problem;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, OpenApi, Ref, Required, Response};
use utoipa::{Modify, OpenApi as _};

use crate::auth::cookie;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Genvej",
        description = "Self-service for people on sick leave, their employers and \
                       caseworkers. Times are RFC 3339 with Denmark's offset, ids are UUIDv7. \
                       Every refusal is application/problem+json with a stable code.",
    ),
    components(schemas(Problem)),
    modifiers(&SessionCookie),
)]
struct ApiDocument;

struct SessionCookie;

/// Name of the way to be signed in.
const SESSION: &str = "session";

/// Paths that ask nobody who they are.
const OPEN_TO_EVERYONE: [&str; 2] = [paths::SESSION, paths::SESSION_DEMO];

impl Modify for SessionCookie {
    fn modify(&self, document: &mut OpenApi) {
        let description = "Over plain http on loopback it is named `genvej`.";
        let value = ApiKeyValue::with_description(cookie::SECURE_NAME, description);
        let scheme = SecurityScheme::ApiKey(ApiKey::Cookie(value));
        document.components.get_or_insert_default().add_security_scheme(SESSION, scheme);
    }
}

/// The document before any route is added.
pub fn begin() -> OpenApi {
    ApiDocument::openapi()
}

/// Says of every operation how it can be refused and, of a citizen's, which header it may
/// carry, so that no route has to.
pub fn complete(document: &mut OpenApi) {
    debug_assert!(document.components.as_ref().is_some_and(knows_problem));
    for (path, item) in &mut document.paths.paths {
        if path.starts_with(paths::CITIZEN) {
            operations(item).for_each(names_its_case);
            operations(item).for_each(names_its_preview);
        }
        if !OPEN_TO_EVERYONE.contains(&path.as_str()) {
            operations(item).for_each(needs_session);
        }
    }
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let responses = &mut operation.responses.responses;
        responses.retain(|status, _| !status.starts_with(['4', '5']));
        responses.insert("4XX".to_owned(), refusal("Refused").into());
        responses.insert("503".to_owned(), refusal("Busy; see Retry-After").into());
    }
}

fn needs_session(operation: &mut Operation) {
    let session = SecurityRequirement::new(SESSION, [] as [&str; 0]);
    operation.security = Some(vec![session]);
}

fn names_its_case(operation: &mut Operation) {
    let mut header = Parameter::new(paths::ABOUT_HEADER);
    header.parameter_in = ParameterIn::Header;
    header.required = Required::False;
    header.description = Some(
        "The case the page is about. When it is there and is not the session's, the call is \
         refused with `another_person`, and nothing is read or written."
            .to_owned(),
    );
    header.schema = Some(Ref::from_schema_name("CaseId").into());
    operation.parameters.get_or_insert_default().push(header.into());
}

fn names_its_preview(operation: &mut Operation) {
    let mut header = Parameter::new(paths::PREVIEW_HEADER);
    header.parameter_in = ParameterIn::Header;
    header.required = Required::False;
    header.description = Some(
        "The preview a caseworker looks in. Every change is refused with `preview_is_read_only`; \
         one that is not open, or not this session's, with `preview_closed`."
            .to_owned(),
    );
    header.schema = Some(Ref::from_schema_name("PreviewId").into());
    operation.parameters.get_or_insert_default().push(header.into());
}

fn knows_problem(components: &Components) -> bool {
    components.schemas.contains_key("Problem")
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    [get, put, post, delete, patch].into_iter().filter_map(Option::as_mut)
}

fn refusal(description: &str) -> Response {
    let mut response = Response::new(description);
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    response.content.insert("application/problem+json".to_owned(), content.into());
    response
}
