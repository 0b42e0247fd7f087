//! Checks and actions: the page's tables.

use compliance_gate::document::{Person, documents_for_check};
use compliance_gate::kyc::check::{Action, Check};

#[test]
fn every_check_of_the_page_has_its_fix() {
    let table = [
        ("KYC_DATA_PRESENT", "UPDATE_PROFILE"),
        ("KYC_STARTED", "START_KYC"),
        ("SDK_VERIFICATION_COMPLETED", "COMPLETE_SDK_FLOW"),
        ("KYC_STATUS", "WAIT"),
        ("REGISTRATION_ADDRESS", "UPDATE_PROFILE"),
        ("TAX_COUNTRY", "UPDATE_PROFILE"),
        ("OCCUPATION", "UPDATE_PROFILE"),
        ("DOC_SOURCE_OF_FUNDS", "UPLOAD_DOCUMENT"),
        ("DOC_FATCA", "UPLOAD_DOCUMENT"),
        ("DOC_BIOMETRIC_REPORT", "UPLOAD_DOCUMENT"),
        ("DOC_PROOF_OF_ADDRESS", "UPLOAD_DOCUMENT"),
    ];
    assert_eq!(Check::KNOWN, table.map(|(check, _)| check));
    for (check, action) in table {
        let check = Check::from(check);
        assert_eq!(check.documented_action(), Some(Action::from(action)), "{check}");
        assert_eq!(check.profile_fields().is_some(), action == "UPDATE_PROFILE", "{check}");
        let documents = documents_for_check(check.as_str(), &Person::default());
        assert_eq!(documents.is_some(), action == "UPLOAD_DOCUMENT", "{check}");
        assert!(check.may_ask_for(&Action::from(action)), "{check}");
    }
}

#[test]
fn what_a_check_may_ask_for() {
    for check in Check::KNOWN.iter().copied().map(Check::from) {
        assert!(check.may_ask_for(&Action::Wait) && check.may_ask_for(&Action::ContactSupport), "{check}");
        let anything = check == Check::KycStatus;
        assert_eq!(check.may_ask_for(&Action::from("SIGN_AGREEMENT")), anything, "{check}");
        let rerun = anything || check == Check::SdkVerificationCompleted;
        assert_eq!(check.may_ask_for(&Action::RerunKyc), rerun, "{check}");
    }
    assert!(Check::from("NEW").may_ask_for(&Action::StartKyc));
}

#[test]
fn an_unknown_check_has_no_fix() {
    for name in ["", "NEW", "kyc_status", "__proto__", "DOC_", "DOC_W9", "DOC_PASSPORT"] {
        let check = Check::from(name);
        assert!(!check.is_known(), "{name}");
        assert_eq!(check.as_str(), name);
        assert_eq!((check.documented_action(), check.profile_fields()), (None, None), "{name}");
        assert_eq!(documents_for_check(name, &Person::default()), None, "{name}");
    }
}

#[test]
fn actions_are_those_of_the_page_and_none() {
    let page = [
        "START_KYC",
        "COMPLETE_SDK_FLOW",
        "UPLOAD_DOCUMENT",
        "UPDATE_PROFILE",
        "RERUN_KYC",
        "WAIT",
        "CONTACT_SUPPORT",
    ];
    assert_eq!(Action::KNOWN.len(), page.len() + 1);
    assert!(page.iter().chain(&["NONE"]).all(|action| Action::from(*action).is_known()));
}
