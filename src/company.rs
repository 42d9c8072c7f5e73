//! The employer's part of the app: downloaded only there (`public/boot.js` chooses).

fn main() {
    genvej_app::start_employer();
}
