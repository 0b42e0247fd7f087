// For a customer: what happens, why, and what to do; no code of the provider's, no blame. {name} is filled in.

/** @type {import("../words.js").Table} */
export const en = {
  loading: "Loading your next step…",
  next: "Your next step",

  "error.title": "We can’t show your next step right now",
  "error.reason": "Nothing is lost. Check your connection and try again.",
  "error.button": "Try again",
  "error.stale": "We couldn’t refresh this. It may be out of date.",
  "waiting.title": "Nothing for you to do",
  "waiting.reason": "We’re checking what you sent. You don’t have to do anything until we’re done.",
  "waiting.idle": "There is nothing we need from you at the moment.",
  "approved.title": "You’re all set",
  "approved.reason": "Your verification is complete.",
  "denied.title": "We couldn’t verify you",
  "denied.reason":
    "The decision has been made, and sending more documents won’t change it. Our support team can explain what it means for you.",
  "support.title": "Your verification needs our help",
  "support.reason": "Something went wrong that you can’t fix here. Our support team can take it from there.",
  "support.expired":
    "Your verification has expired and can’t be restarted here. Our support team can take it from there.",
  "support.button": "Contact support",
  "unknown.title": "Let’s sort this out together",
  "unknown.reason": "There is a step we can’t show here. Our support team can tell you what is needed.",

  "START_KYC.title": "Start your verification",
  "START_KYC.reason": "It confirms who you are, and protects your account.",
  "START_KYC.button": "Start",
  "COMPLETE_SDK_FLOW.title": "Confirm your identity",
  "COMPLETE_SDK_FLOW.reason": "A short identity check shows that it’s really you.",
  "COMPLETE_SDK_FLOW.button": "Continue",
  "UPLOAD_DOCUMENT.title": { one: "Send us a document", other: "Send us {n} documents" },
  "UPLOAD_DOCUMENT.reason": "We check each file here, before it is sent.",
  "UPLOAD_DOCUMENT.button": "Send a document",
  "UPDATE_PROFILE.title": { one: "Complete your details", other: "Complete {n} of your details" },
  "UPDATE_PROFILE.reason": "We need this to continue with your verification.",
  "UPDATE_PROFILE.button": "Add my details",
  "RERUN_KYC.title": "Verify your identity again",
  "RERUN_KYC.reason": "Your verification expired before it was finished.",
  "RERUN_KYC.failed": "The last attempt didn’t work.",
  "RERUN_KYC.button": "Start again",

  "later.title": { one: "After that, one more step", other: "After that, {n} more steps" },
  "pending.title": { one: "One thing we’re taking care of", other: "{n} things we’re taking care of" },
  "again.seconds": {
    one: "This page updates by itself within a second.",
    other: "This page updates by itself within {n} seconds.",
  },
  "again.minutes": {
    one: "This page updates by itself within a minute.",
    other: "This page updates by itself within {n} minutes.",
  },
  "again.hours": {
    one: "This page updates by itself within an hour.",
    other: "This page updates by itself within {n} hours.",
  },

  "check.KYC_DATA_PRESENT": "Personal details",
  "check.KYC_STARTED": "Verification",
  "check.SDK_VERIFICATION_COMPLETED": "Identity check",
  "check.KYC_STATUS": "Final decision",
  "check.REGISTRATION_ADDRESS": "Address",
  "check.TAX_COUNTRY": "Country for tax",
  "check.OCCUPATION": "Occupation",
  "check.DOC_SOURCE_OF_FUNDS": "Source of funds",
  "check.DOC_FATCA": "Tax form",
  "check.DOC_BIOMETRIC_REPORT": "Identity report",
  "check.DOC_PROOF_OF_ADDRESS": "Proof of address",
  "check.other": "Another requirement",

  "due.KYC_DATA_PRESENT": "Your name, date of birth, document number and address.",
  "due.KYC_STARTED": "It hasn’t been started yet.",
  "due.SDK_VERIFICATION_COMPLETED": "It isn’t finished yet.",
  "due.KYC_STATUS": "Our support team has to look at it.",
  "due.REGISTRATION_ADDRESS": "It is missing or incomplete.",
  "due.TAX_COUNTRY": "We don’t know your nationality yet.",
  "due.OCCUPATION": "We don’t know what you do for a living yet.",
  "due.DOC_SOURCE_OF_FUNDS":
    "A document that shows where your money comes from, such as a payslip or a bank statement.",
  "due.DOC_FATCA": "US tax rules ask for one from every customer, wherever they live.",
  "due.DOC_BIOMETRIC_REPORT": "The report of the identity check you have already done.",
  "due.DOC_PROOF_OF_ADDRESS": "A recent document with your name and address, such as a utility bill.",
  "due.other": "Our support team can tell you more.",

  "pending.SDK_VERIFICATION_COMPLETED": "It is being reviewed.",
  "pending.KYC_STATUS": "It follows once every check is done.",
  "pending.other": "We have it and are checking it.",

  "document.SOURCE_OF_FUNDS": "Source of funds",
  "document.W9": "Form W-9",
  "document.W8BEN": "Form W-8BEN",
  "document.BIOMETRIC_REPORT": "Identity report",
  "document.PROOF_OF_ADDRESS": "Proof of address",
  "document.other": "Another document",
  "hint.W9": "for US citizens and US tax residents",
  "hint.W8BEN": "for everyone else",

  "upload.which": "Which one applies to you?",
  "upload.choose": "Choose a file",
  "upload.replace": "Choose another file",
  "upload.drop": "or drop it here",
  "upload.accepts": "{types}",
  "upload.limit": "{types}, up to {size}",
  "upload.images": "image",
  "upload.checking": "Checking the file…",
  "upload.good": "Ready to send",
  "upload.send": "Send",
  "upload.sending": "Sending…",
  "upload.sent": "Sent. We’ll check it now.",
  "upload.failed": "It didn’t reach us. Please send it again.",
  "upload.unchecked": "We couldn’t check this file. Please try again.",

  "problem.empty": "This file is empty. Choose the one with your document.",
  "problem.too_large":
    "This file is too large ({size}). Choose one of up to {limit}, or scan it in a lower quality.",
  "problem.content_type_not_accepted":
    "We can’t take this kind of file. Choose a file of this kind: {types}.",
  "problem.content_type_invalid":
    "We can’t tell what kind of file this is. Choose a file of this kind: {types}.",
  "problem.content_mismatch":
    "This file isn’t what its name says. Open it, save it again and choose the new file.",
  "problem.content_unrecognised":
    "We don’t recognise this kind of file. Make sure it opens before you send it.",
  "problem.not_pdf": "This report has to be a PDF. Choose the PDF you received.",
  "problem.needs_w9": "US citizens and US tax residents need Form W-9.",
  "problem.needs_w8ben": "Form W-9 is only for US citizens and US tax residents. You need Form W-8BEN.",
  "problem.w9_from_other_national":
    "Form W-9 is only for US citizens and US tax residents. If that isn’t you, send Form W-8BEN.",
  "problem.instead": "Switch to {document}",
  "problem.other": "This document isn’t needed from you. Our support team can tell you more.",
};
