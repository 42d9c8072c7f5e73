//! The site: what citizens and employers download.

fn main() {
    genvej_app::start_site();
}
