//! Has the server built again when the app it embeds has been.

fn main() -> std::io::Result<()> {
    // A path that does not exist would make every build start over.
    std::fs::create_dir_all("../../dist")?;
    println!("cargo:rerun-if-changed=../../dist");
    Ok(())
}
