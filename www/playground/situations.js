// The provider's documented situations, and some it does not document. Written by scripts/situations.mjs from the vectors.

/**
 * @typedef {object} Situation
 * @property {string} id in the address @property {string} title
 * @property {string | null} source the heading of the provider's page; null where it shows no such answer
 * @property {Record<string, unknown>} context what is known besides
 * @property {Record<string, unknown> | null} event the webhook before it @property {unknown} status
 */

/** @type {readonly { label: string, situations: readonly Situation[] }[]} */
export const GROUPS = [
  {
    "label": "Standard flow",
    "situations": [
      {
        "id": "created-without-data",
        "title": "Phase 1a · created without KYC data",
        "source": "PHASE 1a: Customer Creation (without KYC data)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "type": "CUSTOMER_CREATED", "data": { "customerId": "c-1" }, "traceId": "t" },
        "status": {
          "isCompliant": false,
          "onboardingStatus": null,
          "nextAction": "UPDATE_PROFILE",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "REGISTRATION_ADDRESS", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "TAX_COUNTRY", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "OCCUPATION", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 0,
            "failed": 9,
            "requiredFailed": [
              "KYC_DATA_PRESENT",
              "KYC_STARTED",
              "SDK_VERIFICATION_COMPLETED",
              "KYC_STATUS",
              "REGISTRATION_ADDRESS",
              "TAX_COUNTRY",
              "OCCUPATION",
              "DOC_SOURCE_OF_FUNDS",
              "DOC_FATCA"
            ]
          }
        }
      },
      {
        "id": "data-added",
        "title": "Phase 1a · KYC data added",
        "source": "PHASE 1a: Customer Creation (without KYC data)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_UPDATED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PENDING",
          "nextAction": "START_KYC",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 4,
            "failed": 5,
            "requiredFailed": ["KYC_STARTED", "SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "created-with-data",
        "title": "Phase 1b · created with KYC data",
        "source": "PHASE 1b: Customer Creation (with KYC data)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "type": "CUSTOMER_CREATED", "data": { "customerId": "c-1" }, "traceId": "t" },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PENDING",
          "nextAction": "START_KYC",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 4,
            "failed": 5,
            "requiredFailed": ["KYC_STARTED", "SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "before-start",
        "title": "Phase 2 · before KYC is initiated",
        "source": "PHASE 2: KYC Initiation",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PENDING",
          "nextAction": "START_KYC",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 4,
            "failed": 5,
            "requiredFailed": ["KYC_STARTED", "SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "started",
        "title": "Phase 2 · KYC initiated",
        "source": "PHASE 2: KYC Initiation",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_STARTED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "COMPLETE_SDK_FLOW",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "COMPLETE_SDK_FLOW"
            },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "COMPLETE_SDK_FLOW" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 5,
            "failed": 4,
            "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "sdk-required",
        "title": "Phase 2 · the SDK link is there",
        "source": "PHASE 2: KYC Initiation",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_SDK_FLOW_REQUIRED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "COMPLETE_SDK_FLOW",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "COMPLETE_SDK_FLOW"
            },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "COMPLETE_SDK_FLOW" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 5,
            "failed": 4,
            "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "sdk-completed",
        "title": "Phase 3 · the user completed the SDK",
        "source": "PHASE 3: User Completes SDK",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_SDK_FLOW_DONE",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "APPROVED" }
        },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": { "passed": 6, "failed": 3, "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"] }
        }
      },
      {
        "id": "before-documents",
        "title": "Phase 4 · no document uploaded",
        "source": "PHASE 4: Document Upload",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": { "passed": 6, "failed": 3, "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"] }
        }
      },
      {
        "id": "one-document",
        "title": "Phase 4 · source of funds uploaded",
        "source": "PHASE 4: Document Upload",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": { "passed": 7, "failed": 2, "requiredFailed": ["KYC_STATUS", "DOC_FATCA"] }
        }
      },
      {
        "id": "documents-uploaded",
        "title": "Phase 4 · every document uploaded",
        "source": "PHASE 4: Document Upload",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 8, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "before-approval",
        "title": "Phase 5 · awaiting the decision",
        "source": "PHASE 5: KYC Approved",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 8, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "approved",
        "title": "Phase 5 · approved",
        "source": "PHASE 5: KYC Approved",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "APPROVED" }
        },
        "status": {
          "isCompliant": true,
          "onboardingStatus": "APPROVED",
          "nextAction": null,
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": true, "required": true },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 9, "failed": 0, "requiredFailed": [] }
        }
      },
      {
        "id": "approved-bare",
        "title": "Phase 5 · approved, as brief as the diagram",
        "source": "PHASE 5: KYC Approved",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "APPROVED" }
        },
        "status": {
          "message": "ok",
          "data": {
            "isCompliant": true,
            "onboardingStatus": "APPROVED",
            "nextAction": "NONE",
            "checks": [
              { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
              { "type": "KYC_STARTED", "passed": true, "required": true },
              { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
              { "type": "KYC_STATUS", "passed": true, "required": true },
              { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
              { "type": "TAX_COUNTRY", "passed": true, "required": true },
              { "type": "OCCUPATION", "passed": true, "required": true },
              { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
              { "type": "DOC_FATCA", "passed": true, "required": true }
            ],
            "summary": { "passed": 9, "failed": 0, "requiredFailed": [] }
          },
          "traceId": "t"
        }
      }
    ]
  },
  {
    "label": "External KYC flow",
    "situations": [
      {
        "id": "external-created",
        "title": "Phase 1 · created with KYC data",
        "source": "External KYC Integration Flow, PHASE 1: Customer Creation (with KYC data)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "type": "CUSTOMER_CREATED", "data": { "customerId": "c-1" }, "traceId": "t" },
        "status": {
          "isCompliant": false,
          "onboardingStatus": null,
          "nextAction": "START_KYC",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "START_KYC" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 5,
            "failed": 5,
            "requiredFailed": ["KYC_STARTED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA", "DOC_BIOMETRIC_REPORT"]
          }
        }
      },
      {
        "id": "external-started",
        "title": "Phase 2 · initiated, without an SDK",
        "source": "External KYC Integration Flow, PHASE 2: KYC Initiation (No SDK)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_STARTED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 6,
            "failed": 4,
            "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA", "DOC_BIOMETRIC_REPORT"]
          }
        }
      },
      {
        "id": "external-documents",
        "title": "Phase 3 · no document uploaded",
        "source": "External KYC Integration Flow, PHASE 3: Document Upload (including Biometric Report)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 6,
            "failed": 4,
            "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA", "DOC_BIOMETRIC_REPORT"]
          }
        }
      },
      {
        "id": "external-biometric",
        "title": "Phase 3 · biometric report uploaded",
        "source": "External KYC Integration Flow, PHASE 3: Document Upload (including Biometric Report)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": true, "required": true }
          ],
          "summary": { "passed": 7, "failed": 3, "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"] }
        }
      },
      {
        "id": "external-uploaded",
        "title": "Phase 3 · every document uploaded",
        "source": "External KYC Integration Flow, PHASE 3: Document Upload (including Biometric Report)",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": true, "required": true }
          ],
          "summary": { "passed": 9, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "external-before-approval",
        "title": "Phase 4 · awaiting approval",
        "source": "External KYC Integration Flow, PHASE 4: Automatic Approval",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": true, "required": true }
          ],
          "summary": { "passed": 9, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "external-approved",
        "title": "Phase 4 · approved automatically",
        "source": "External KYC Integration Flow, PHASE 4: Automatic Approval",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "APPROVED" }
        },
        "status": {
          "isCompliant": true,
          "onboardingStatus": "APPROVED",
          "nextAction": null,
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": true, "required": true },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": true, "required": true }
          ],
          "summary": { "passed": 10, "failed": 0, "requiredFailed": [] }
        }
      }
    ]
  },
  {
    "label": "Edge cases",
    "situations": [
      {
        "id": "sdk-expired",
        "title": "SDK expired",
        "source": "SDK Expired",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_SDK_EXPIRED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "RERUN_KYC",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "RERUN_KYC" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "RERUN_KYC" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 5,
            "failed": 4,
            "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "restarted",
        "title": "SDK expired · run again",
        "source": "SDK Expired",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_RESTARTED",
          "data": { "customerId": "c-1", "onboardingId": "o-2", "previousOnboardingId": "o-1" }
        },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "COMPLETE_SDK_FLOW",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "COMPLETE_SDK_FLOW"
            },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "COMPLETE_SDK_FLOW" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 5,
            "failed": 4,
            "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      },
      {
        "id": "sdk-expired-bare",
        "title": "SDK expired · as brief as the diagram",
        "source": "SDK Expired",
        "context": {},
        "event": { "eventType": "CUSTOMER_KYC_SDK_EXPIRED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "EXPIRED",
          "nextAction": "RERUN_KYC",
          "checks": [{ "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true }]
        }
      },
      {
        "id": "denied",
        "title": "KYC denied · compliance",
        "source": "KYC Denied",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "DENIED_COMPLIANCE" }
        },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "DENIED_COMPLIANCE",
          "nextAction": "CONTACT_SUPPORT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "CONTACT_SUPPORT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 8, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "denied-identity-theft",
        "title": "KYC denied · identity theft",
        "source": null,
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "DENIED_IDENTITY_THEFT" }
        },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "DENIED_IDENTITY_THEFT",
          "nextAction": "CONTACT_SUPPORT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "CONTACT_SUPPORT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 8, "failed": 1, "requiredFailed": ["KYC_STATUS"] }
        }
      },
      {
        "id": "error",
        "title": "Verification error",
        "source": "Verification Error",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_ERROR", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "CONTACT_SUPPORT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "CONTACT_SUPPORT"
            },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "CONTACT_SUPPORT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 7, "failed": 2, "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS"] }
        }
      },
      {
        "id": "error-bare",
        "title": "Verification error · as brief as the diagram",
        "source": "Verification Error",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_ERROR", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "nextAction": "CONTACT_SUPPORT",
          "checks": [{ "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true }]
        }
      },
      {
        "id": "review",
        "title": "Under review",
        "source": "Under Review",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_SDK_FLOW_COMPLETED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 7, "failed": 2, "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS"] }
        }
      },
      {
        "id": "review-approved",
        "title": "Under review · then approved",
        "source": "Under Review",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "APPROVED" }
        },
        "status": {
          "isCompliant": true,
          "onboardingStatus": "APPROVED",
          "nextAction": null,
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": true, "required": true },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 9, "failed": 0, "requiredFailed": [] }
        }
      },
      {
        "id": "review-again",
        "title": "Under review · another customer",
        "source": "Under Review",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": { "eventType": "CUSTOMER_KYC_SDK_FLOW_COMPLETED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 7, "failed": 2, "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS"] }
        }
      },
      {
        "id": "review-denied",
        "title": "Under review · then denied",
        "source": "Under Review",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": {
          "eventType": "CUSTOMER_KYC_FINISHED",
          "data": { "customerId": "c-1", "onboardingId": "o-1", "status": "DENIED_COMPLIANCE" }
        },
        "status": {
          "isCompliant": false,
          "onboardingStatus": "DENIED_COMPLIANCE",
          "nextAction": "CONTACT_SUPPORT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "CONTACT_SUPPORT"
            },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "CONTACT_SUPPORT" },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 7, "failed": 2, "requiredFailed": ["SDK_VERIFICATION_COMPLETED", "KYC_STATUS"] }
        }
      },
      {
        "id": "review-bare",
        "title": "Under review · as brief as the diagram",
        "source": "Under Review",
        "context": { "customerId": "c-1", "onboardingId": "o-1", "polls": 3 },
        "event": { "eventType": "CUSTOMER_KYC_SDK_FLOW_COMPLETED", "data": { "customerId": "c-1", "onboardingId": "o-1" } },
        "status": {
          "isCompliant": false,
          "nextAction": "WAIT",
          "checks": [
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true },
            { "type": "KYC_STATUS", "passed": false, "required": true }
          ]
        }
      }
    ]
  },
  {
    "label": "Examples on the page",
    "situations": [
      {
        "id": "example",
        "title": "Response Structure",
        "source": "Response Structure",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": { "passed": 8, "failed": 2, "requiredFailed": ["KYC_STATUS", "DOC_SOURCE_OF_FUNDS"] }
        }
      },
      {
        "id": "example-profile",
        "title": "Handling UPDATE_PROFILE",
        "source": "Handling UPDATE_PROFILE",
        "context": { "customerId": "c-1", "onboardingId": "o-1" },
        "event": null,
        "status": {
          "checks": [
            { "type": "REGISTRATION_ADDRESS", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" },
            { "type": "OCCUPATION", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" }
          ]
        }
      },
      {
        "id": "example-external",
        "title": "Compliance Status Response (External KYC)",
        "source": "Example: Compliance Status Response (External KYC)",
        "context": { "customerId": "c-1", "onboardingId": "o-1", "usPerson": false },
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": false },
            { "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_BIOMETRIC_REPORT", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" },
            { "type": "DOC_FATCA", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }
          ],
          "summary": {
            "passed": 6,
            "failed": 4,
            "requiredFailed": ["KYC_STATUS", "DOC_BIOMETRIC_REPORT", "DOC_SOURCE_OF_FUNDS", "DOC_FATCA"]
          }
        }
      }
    ]
  },
  {
    "label": "Suggested actions",
    "situations": [
      {
        "id": "start-kyc",
        "title": "START_KYC",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "START_KYC",
          "checks": [{ "type": "KYC_STARTED", "passed": false, "required": true, "suggestedAction": "START_KYC" }]
        }
      },
      {
        "id": "complete-sdk-flow",
        "title": "COMPLETE_SDK_FLOW",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "COMPLETE_SDK_FLOW",
          "checks": [
            {
              "type": "SDK_VERIFICATION_COMPLETED",
              "passed": false,
              "required": true,
              "suggestedAction": "COMPLETE_SDK_FLOW"
            }
          ]
        }
      },
      {
        "id": "upload-document",
        "title": "UPLOAD_DOCUMENT",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [{ "type": "DOC_SOURCE_OF_FUNDS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }]
        }
      },
      {
        "id": "proof-of-address",
        "title": "UPLOAD_DOCUMENT · proof of address",
        "source": "Check Types",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPLOAD_DOCUMENT",
          "checks": [{ "type": "DOC_PROOF_OF_ADDRESS", "passed": false, "required": true, "suggestedAction": "UPLOAD_DOCUMENT" }]
        }
      },
      {
        "id": "update-profile",
        "title": "UPDATE_PROFILE",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "UPDATE_PROFILE",
          "checks": [{ "type": "TAX_COUNTRY", "passed": false, "required": true, "suggestedAction": "UPDATE_PROFILE" }]
        }
      },
      {
        "id": "rerun-kyc",
        "title": "RERUN_KYC",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "RERUN_KYC",
          "checks": [{ "type": "SDK_VERIFICATION_COMPLETED", "passed": false, "required": true, "suggestedAction": "RERUN_KYC" }]
        }
      },
      {
        "id": "wait",
        "title": "WAIT",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [{ "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" }]
        }
      },
      {
        "id": "contact-support",
        "title": "CONTACT_SUPPORT",
        "source": "Suggested Action Values",
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "CONTACT_SUPPORT",
          "checks": [{ "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "CONTACT_SUPPORT" }]
        }
      }
    ]
  },
  {
    "label": "Not in the documentation",
    "situations": [
      {
        "id": "contradiction",
        "title": "Compliant and denied at once",
        "source": null,
        "context": {},
        "event": null,
        "status": {
          "isCompliant": true,
          "onboardingStatus": "DENIED_COMPLIANCE",
          "nextAction": null,
          "checks": [
            { "type": "KYC_DATA_PRESENT", "passed": true, "required": true },
            { "type": "KYC_STARTED", "passed": true, "required": true },
            { "type": "SDK_VERIFICATION_COMPLETED", "passed": true, "required": true },
            { "type": "KYC_STATUS", "passed": true, "required": true },
            { "type": "REGISTRATION_ADDRESS", "passed": true, "required": true },
            { "type": "TAX_COUNTRY", "passed": true, "required": true },
            { "type": "OCCUPATION", "passed": true, "required": true },
            { "type": "DOC_SOURCE_OF_FUNDS", "passed": true, "required": true },
            { "type": "DOC_FATCA", "passed": true, "required": true }
          ],
          "summary": { "passed": 9, "failed": 0, "requiredFailed": [] }
        }
      },
      {
        "id": "contradiction-summary",
        "title": "A summary that the checks refute",
        "source": null,
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "WAIT",
          "checks": [{ "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" }],
          "summary": { "passed": 1, "failed": 0, "requiredFailed": [] }
        }
      },
      {
        "id": "unknown-action",
        "title": "An action nobody has heard of",
        "source": null,
        "context": {},
        "event": null,
        "status": {
          "isCompliant": false,
          "onboardingStatus": "PROCESSING",
          "nextAction": "SIGN_AGREEMENT",
          "checks": [{ "type": "AGREEMENT", "passed": false, "required": true, "suggestedAction": "SIGN_AGREEMENT" }]
        }
      },
      {
        "id": "wrapped",
        "title": "Wrapped in message, data and traceId",
        "source": null,
        "context": {},
        "event": null,
        "status": {
          "message": "m",
          "data": {
            "isCompliant": false,
            "onboardingStatus": "PROCESSING",
            "nextAction": "WAIT",
            "checks": [{ "type": "KYC_STATUS", "passed": false, "required": true, "suggestedAction": "WAIT" }]
          },
          "traceId": "t"
        }
      }
    ]
  }
];
