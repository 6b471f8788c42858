//! What the linker is told beyond Cargo.toml.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // What reads workbooks in the browser may grow as far as the process that reads them elsewhere: 512 MB. What asks for
    // more ends its worker, which the page survives.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        for program in ["worker", "papers"] {
            println!("cargo:rustc-link-arg-bin={program}=--max-memory=536870912");
        }
    }
}
