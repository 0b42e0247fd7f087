/** @type {import("../words.js").Table} */
export const es = {
  loading: "Cargando tu próximo paso…",
  next: "Tu próximo paso",

  "error.title": "No podemos mostrar tu próximo paso ahora",
  "error.reason": "No se ha perdido nada. Revisa tu conexión e inténtalo de nuevo.",
  "error.button": "Intentar de nuevo",
  "error.stale": "No pudimos actualizar esta información. Puede no estar al día.",
  "waiting.title": "No tienes que hacer nada",
  "waiting.reason": "Estamos revisando lo que enviaste. No tienes que hacer nada hasta que terminemos.",
  "waiting.idle": "Por ahora no necesitamos nada de ti.",
  "approved.title": "Todo listo",
  "approved.reason": "Tu verificación está completa.",
  "denied.title": "No pudimos verificarte",
  "denied.reason":
    "La decisión ya está tomada y enviar más documentos no la cambiará. Nuestro equipo de soporte puede explicarte qué significa para ti.",
  "support.title": "Tu verificación necesita nuestra ayuda",
  "support.reason":
    "Algo salió mal y no puedes arreglarlo aquí. Nuestro equipo de soporte puede seguir desde este punto.",
  "support.expired":
    "Tu verificación venció y no se puede reiniciar aquí. Nuestro equipo de soporte puede seguir desde este punto.",
  "support.button": "Contactar a soporte",
  "unknown.title": "Resolvámoslo juntos",
  "unknown.reason":
    "Hay un paso que no podemos mostrar aquí. Nuestro equipo de soporte puede decirte qué hace falta.",

  "START_KYC.title": "Empieza tu verificación",
  "START_KYC.reason": "Confirma quién eres y protege tu cuenta.",
  "START_KYC.button": "Empezar",
  "COMPLETE_SDK_FLOW.title": "Confirma tu identidad",
  "COMPLETE_SDK_FLOW.reason": "Una breve comprobación de identidad demuestra que eres tú.",
  "COMPLETE_SDK_FLOW.button": "Continuar",
  "UPLOAD_DOCUMENT.title": { one: "Envíanos un documento", other: "Envíanos {n} documentos" },
  "UPLOAD_DOCUMENT.reason": "Revisamos cada archivo aquí, antes de enviarlo.",
  "UPLOAD_DOCUMENT.button": "Enviar un documento",
  "UPDATE_PROFILE.title": { one: "Completa tus datos", other: "Completa {n} de tus datos" },
  "UPDATE_PROFILE.reason": "Lo necesitamos para continuar con tu verificación.",
  "UPDATE_PROFILE.button": "Agregar mis datos",
  "RERUN_KYC.title": "Verifica tu identidad de nuevo",
  "RERUN_KYC.reason": "Tu verificación venció antes de que la terminaras.",
  "RERUN_KYC.failed": "El último intento no funcionó.",
  "RERUN_KYC.button": "Empezar de nuevo",

  "later.title": { one: "Después, un paso más", other: "Después, {n} pasos más" },
  "pending.title": { one: "Una cosa de la que nos ocupamos", other: "{n} cosas de las que nos ocupamos" },
  "again.seconds": {
    one: "Esta página se actualiza sola en un segundo.",
    other: "Esta página se actualiza sola en {n} segundos.",
  },
  "again.minutes": {
    one: "Esta página se actualiza sola en un minuto.",
    other: "Esta página se actualiza sola en {n} minutos.",
  },
  "again.hours": {
    one: "Esta página se actualiza sola en una hora.",
    other: "Esta página se actualiza sola en {n} horas.",
  },

  "check.KYC_DATA_PRESENT": "Datos personales",
  "check.KYC_STARTED": "Verificación",
  "check.SDK_VERIFICATION_COMPLETED": "Comprobación de identidad",
  "check.KYC_STATUS": "Decisión final",
  "check.REGISTRATION_ADDRESS": "Dirección",
  "check.TAX_COUNTRY": "País a efectos fiscales",
  "check.OCCUPATION": "Ocupación",
  "check.DOC_SOURCE_OF_FUNDS": "Origen de los fondos",
  "check.DOC_FATCA": "Formulario fiscal",
  "check.DOC_BIOMETRIC_REPORT": "Informe de identidad",
  "check.DOC_PROOF_OF_ADDRESS": "Comprobante de domicilio",
  "check.other": "Otro requisito",

  "due.KYC_DATA_PRESENT": "Tu nombre, fecha de nacimiento, número de documento y dirección.",
  "due.KYC_STARTED": "Todavía no ha empezado.",
  "due.SDK_VERIFICATION_COMPLETED": "Todavía no está terminada.",
  "due.KYC_STATUS": "Nuestro equipo de soporte tiene que revisarla.",
  "due.REGISTRATION_ADDRESS": "Falta o está incompleta.",
  "due.TAX_COUNTRY": "Todavía no sabemos tu nacionalidad.",
  "due.OCCUPATION": "Todavía no sabemos a qué te dedicas.",
  "due.DOC_SOURCE_OF_FUNDS":
    "Un documento que muestre de dónde viene tu dinero, como un recibo de sueldo o un extracto bancario.",
  "due.DOC_FATCA": "Las normas fiscales de EE. UU. lo piden a todos los clientes, vivan donde vivan.",
  "due.DOC_BIOMETRIC_REPORT": "El informe de la comprobación de identidad que ya hiciste.",
  "due.DOC_PROOF_OF_ADDRESS":
    "Un documento reciente con tu nombre y dirección, como una factura de servicios.",
  "due.other": "Nuestro equipo de soporte puede decirte más.",

  "pending.SDK_VERIFICATION_COMPLETED": "La están revisando.",
  "pending.KYC_STATUS": "Llega cuando todas las comprobaciones estén hechas.",
  "pending.other": "Ya lo tenemos y lo estamos revisando.",

  "document.SOURCE_OF_FUNDS": "Origen de los fondos",
  "document.W9": "Formulario W-9",
  "document.W8BEN": "Formulario W-8BEN",
  "document.BIOMETRIC_REPORT": "Informe de identidad",
  "document.PROOF_OF_ADDRESS": "Comprobante de domicilio",
  "document.other": "Otro documento",
  "hint.W9": "para ciudadanos y residentes fiscales de EE. UU.",
  "hint.W8BEN": "para todos los demás",

  "upload.which": "¿Cuál te corresponde?",
  "upload.choose": "Elegir un archivo",
  "upload.replace": "Elegir otro archivo",
  "upload.drop": "o suéltalo aquí",
  "upload.accepts": "{types}",
  "upload.limit": "{types}, hasta {size}",
  "upload.images": "imagen",
  "upload.checking": "Revisando el archivo…",
  "upload.good": "Listo para enviar",
  "upload.send": "Enviar",
  "upload.sending": "Enviando…",
  "upload.sent": "Enviado. Ahora lo revisamos.",
  "upload.failed": "No nos llegó. Envíalo de nuevo, por favor.",
  "upload.unchecked": "No pudimos revisar este archivo. Inténtalo de nuevo.",

  "problem.empty": "Este archivo está vacío. Elige el que contiene tu documento.",
  "problem.too_large":
    "Este archivo es demasiado grande ({size}). Elige uno de hasta {limit} o escanéalo con menor calidad.",
  "problem.content_type_not_accepted":
    "No podemos aceptar este tipo de archivo. Elige uno de este tipo: {types}.",
  "problem.content_type_invalid": "No sabemos qué tipo de archivo es. Elige uno de este tipo: {types}.",
  "problem.content_mismatch":
    "Este archivo no es lo que dice su nombre. Ábrelo, guárdalo de nuevo y elige el archivo nuevo.",
  "problem.content_unrecognised":
    "No reconocemos este tipo de archivo. Comprueba que se abra antes de enviarlo.",
  "problem.not_pdf": "Este informe tiene que ser un PDF. Elige el PDF que recibiste.",
  "problem.needs_w9": "Los ciudadanos y residentes fiscales de EE. UU. necesitan el formulario W-9.",
  "problem.needs_w8ben":
    "El formulario W-9 es solo para ciudadanos y residentes fiscales de EE. UU. Necesitas el W-8BEN.",
  "problem.w9_from_other_national":
    "El formulario W-9 es solo para ciudadanos y residentes fiscales de EE. UU. Si no es tu caso, envía el W-8BEN.",
  "problem.instead": "Cambiar a {document}",
  "problem.other": "No necesitamos este documento de ti. Nuestro equipo de soporte puede decirte más.",
};
