use crate::sandbox::*;
use std::fs;

#[test]
fn files_and_the_app_behind_every_other_address() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("index.html", "<title>app</title>");
    write("config.json", "{}");
    write("locales/de.ftl", "hallo = Hallo");
    write("dashboard-0c1d2e3f4a5b6c7d_bg.wasm", "wasm");
    write("dashboard-0c1d2e3f4a5b6c7d_bg.wasm.br", "packed");
    let sandbox = Sandbox::with(10, |config| config.settings.bundle = Some(folder.path().to_owned()));
    let nobody = sandbox.nobody();
    let get = |path: &str| nobody.get(&format!("{}{path}", sandbox.origin()));

    for path in ["/", "/index.html", "/sims", "/sims/7?filter=x", "/accounts/3/sims/"] {
        let answer = get(path);
        assert_eq!((answer.status, answer.text.as_str()), (200, "<title>app</title>"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        assert!(answer.header("content-type").starts_with("text/html"));
    }
    for path in ["/config.json", "/locales/de.ftl"] {
        let answer = get(path);
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-cache"), "{path}");
    }
    let wasm = get("/dashboard-0c1d2e3f4a5b6c7d_bg.wasm");
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    let packed = nobody.open(
        "GET",
        &format!("{}/dashboard-0c1d2e3f4a5b6c7d_bg.wasm", sandbox.origin()),
        &[("accept-encoding", "gzip, br")],
        None,
    );
    assert_eq!(packed.headers().get("content-encoding").unwrap(), "br");
    assert_eq!(packed.headers().get("content-type").unwrap(), "application/wasm");

    let missing = get("/dashboard-ffffffffffffffff.js");
    assert_eq!((missing.status, missing.header("cache-control")), (404, "no-cache"));
    assert_eq!(get("/../Cargo.toml").status, 404);
    assert_eq!(get("/%2e%2e/%2e%2e/etc/passwd.txt").status, 404);
    assert_eq!(nobody.request("POST", &format!("{}/sims", sandbox.origin()), &[], Some("")).status, 405);
}

#[test]
fn every_answer_is_protected() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    for path in ["/", "/api/v1/health", "/api/v1/sims", "/api/v1/nothing", "/missing.js"] {
        let answer = nobody.get(&format!("{}{path}", sandbox.origin()));
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    }
}
