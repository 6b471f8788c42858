//! What the linker is told beyond Cargo.toml.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // What reads workbooks in the browser may grow as far as the process that reads them elsewhere: 512 MB. What asks for
        // more ends its worker, which the page survives.
        for program in ["worker", "papers"] {
            println!("cargo:rustc-link-arg-bin={program}=--max-memory=536870912");
        }
        // Texts and tables stand behind the stack. Up to 2^20 their addresses, which are all over the code, take a byte less:
        // half of the usual megabyte leaves room for both.
        for program in ["market", "programmes"] {
            println!("cargo:rustc-link-arg-bin={program}=-zstack-size=524288");
        }
    }
}
