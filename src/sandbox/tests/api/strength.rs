//! What is said about a password before it is chosen.

use crate::sandbox::*;
use serde_json::{Value, json};

const ROUTE: &str = "/password-strength";

#[track_caller]
fn judged(person: &Person, password: &str, words: &[&str]) -> (u64, Vec<String>) {
    let answer = person.post(ROUTE, &json!({"password": password, "words": words})).expect(200);
    let weaknesses = answer["weaknesses"].as_array().unwrap();
    let weaknesses = weaknesses.iter().map(|it| it.as_str().unwrap().to_owned()).collect();
    (answer["score"].as_u64().unwrap(), weaknesses)
}

#[test]
fn a_password_is_judged_with_what_is_known_of_the_person() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    assert!(judged(&nobody, "vine-lantern-orbit-72", &[]) >= (3, vec![]));
    let (score, weaknesses) = judged(&nobody, "qwertyuiopasdf", &[]);
    assert!(score < 3 && weaknesses.contains(&"common".to_owned()), "{score} {weaknesses:?}");
    let own = ["Bartholomew Featherstone", "bart@featherstone.example"];
    let (score, weaknesses) = judged(&nobody, "BartholomewFeatherstone", &own);
    assert!(score < 3 && weaknesses[0] == "about_you", "{score} {weaknesses:?}");
    assert_eq!(judged(&nobody, "x7#Kq9!pZ2m", &[]).0, 2, "it is too short");
    assert_eq!(judged(&nobody, "", &[]), (0, vec![]));
    // Whoever is signed in may ask as well.
    sandbox.sign_in(VIEWER).post(ROUTE, &json!({"password": "x"})).expect(200);
}

#[test]
fn what_it_takes_is_what_a_link_takes() {
    let sandbox = Sandbox::new(10);
    let (admin, nobody) = (sandbox.sign_in(ADMIN), sandbox.nobody());
    let new = json!({"name": "Ida Novak", "email": "ida@alpine.example", "role": "user"});
    admin.start("/accounts/3/users", &new).expect(201);
    let token = sandbox.token("ida@alpine.example", 1, "/invitation/");
    for password in ["ida-novak-alpine", "aaaaaaaaaaaaaaaa", "correct horse", "four brown umbrellas"] {
        let (score, _) = judged(&nobody, password, &["Ida Novak", "ida@alpine.example"]);
        let chosen = nobody.post(&format!("/invitations/{token}"), &json!({"password": password}));
        assert_eq!(score >= 3, chosen.status == 204, "{password}: {score}, {}", chosen.status);
        if chosen.status == 204 {
            return;
        }
    }
    panic!("none was taken");
}

#[test]
fn what_is_no_question_is_refused() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    for body in
        [json!({}), json!({"password": 1}), json!({"password": "x", "words": "y"}), json!({"passwort": "x"})]
    {
        nobody.post(ROUTE, &body).problem(422, "invalid");
    }
    // However much it is, it is no more work.
    let long = "x".repeat(20_000);
    let words = vec![long.clone(); 2];
    nobody.post(ROUTE, &json!({"password": long, "words": words})).expect(200);
}

#[test]
fn who_asks_too_often_has_to_wait_and_can_choose_all_the_same() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    let body = json!({"password": "x"});
    for _ in 0..120 {
        nobody.post(ROUTE, &body).expect(200);
    }
    let answer = nobody.post(ROUTE, &body);
    assert!((1..=60).contains(&answer.header("retry-after").parse::<u32>().unwrap()));
    answer.problem(429, "rate_limited");
    let person = sandbox.sign_in(VIEWER);
    let change = json!({"current": ::sandbox::demo::PASSWORD, "new": "vine-lantern-orbit-72"});
    assert_eq!(person.post("/me/password", &change).expect(204), Value::Null);
}

#[test]
fn nothing_of_it_is_kept() {
    let sandbox = Sandbox::new(10);
    let secret = "zither-quokka-marzipan-88";
    judged(&sandbox.nobody(), secret, &["Kjersti Ottesen-Vang"]);
    for file in std::fs::read_dir(sandbox.data()).unwrap().map(|file| file.unwrap().path()) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for text in [secret, "Ottesen-Vang"] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{text} in {}", file.display());
        }
    }
}
