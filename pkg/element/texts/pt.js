/** @type {import("../words.js").Table} */
export const pt = {
  loading: "Carregando seu próximo passo…",
  next: "Seu próximo passo",

  "error.title": "Não conseguimos mostrar seu próximo passo agora",
  "error.reason": "Nada se perdeu. Verifique sua conexão e tente de novo.",
  "error.button": "Tentar de novo",
  "error.stale": "Não conseguimos atualizar estas informações. Elas podem estar desatualizadas.",
  "waiting.title": "Você não precisa fazer nada",
  "waiting.reason": "Estamos analisando o que você enviou. Você não precisa fazer nada até terminarmos.",
  "waiting.idle": "Por enquanto não precisamos de nada de você.",
  "approved.title": "Tudo pronto",
  "approved.reason": "Sua verificação está completa.",
  "denied.title": "Não conseguimos verificar você",
  "denied.reason":
    "A decisão já foi tomada, e enviar mais documentos não vai mudá-la. Nossa equipe de suporte pode explicar o que ela significa para você.",
  "support.title": "Sua verificação precisa da nossa ajuda",
  "support.reason":
    "Algo deu errado e não dá para resolver por aqui. Nossa equipe de suporte pode continuar deste ponto.",
  "support.expired":
    "Sua verificação expirou e não pode ser reiniciada por aqui. Nossa equipe de suporte pode continuar deste ponto.",
  "support.button": "Falar com o suporte",
  "unknown.title": "Vamos resolver isso juntos",
  "unknown.reason":
    "Há um passo que não conseguimos mostrar aqui. Nossa equipe de suporte pode dizer o que falta.",

  "START_KYC.title": "Comece sua verificação",
  "START_KYC.reason": "Ela confirma quem você é e protege sua conta.",
  "START_KYC.button": "Começar",
  "COMPLETE_SDK_FLOW.title": "Confirme sua identidade",
  "COMPLETE_SDK_FLOW.reason": "Uma rápida checagem de identidade mostra que é você mesmo.",
  "COMPLETE_SDK_FLOW.button": "Continuar",
  "UPLOAD_DOCUMENT.title": { one: "Envie um documento", other: "Envie {n} documentos" },
  "UPLOAD_DOCUMENT.reason": "Conferimos cada arquivo aqui, antes do envio.",
  "UPLOAD_DOCUMENT.button": "Enviar um documento",
  "UPDATE_PROFILE.title": { one: "Complete seus dados", other: "Complete {n} dos seus dados" },
  "UPDATE_PROFILE.reason": "Precisamos disso para continuar sua verificação.",
  "UPDATE_PROFILE.button": "Adicionar meus dados",
  "RERUN_KYC.title": "Verifique sua identidade de novo",
  "RERUN_KYC.reason": "Sua verificação expirou antes de ser concluída.",
  "RERUN_KYC.failed": "A última tentativa não funcionou.",
  "RERUN_KYC.button": "Começar de novo",

  "later.title": { one: "Depois, mais um passo", other: "Depois, mais {n} passos" },
  "pending.title": { one: "Uma coisa por nossa conta", other: "{n} coisas por nossa conta" },
  "again.seconds": {
    one: "Esta página se atualiza sozinha em um segundo.",
    other: "Esta página se atualiza sozinha em {n} segundos.",
  },
  "again.minutes": {
    one: "Esta página se atualiza sozinha em um minuto.",
    other: "Esta página se atualiza sozinha em {n} minutos.",
  },
  "again.hours": {
    one: "Esta página se atualiza sozinha em uma hora.",
    other: "Esta página se atualiza sozinha em {n} horas.",
  },

  "check.KYC_DATA_PRESENT": "Dados pessoais",
  "check.KYC_STARTED": "Verificação",
  "check.SDK_VERIFICATION_COMPLETED": "Checagem de identidade",
  "check.KYC_STATUS": "Decisão final",
  "check.REGISTRATION_ADDRESS": "Endereço",
  "check.TAX_COUNTRY": "País para fins fiscais",
  "check.OCCUPATION": "Ocupação",
  "check.DOC_SOURCE_OF_FUNDS": "Origem dos recursos",
  "check.DOC_FATCA": "Formulário fiscal",
  "check.DOC_BIOMETRIC_REPORT": "Relatório de identidade",
  "check.DOC_PROOF_OF_ADDRESS": "Comprovante de endereço",
  "check.other": "Outra exigência",

  "due.KYC_DATA_PRESENT": "Seu nome, data de nascimento, número do documento e endereço.",
  "due.KYC_STARTED": "Ainda não começou.",
  "due.SDK_VERIFICATION_COMPLETED": "Ainda não foi concluída.",
  "due.KYC_STATUS": "Nossa equipe de suporte precisa analisar.",
  "due.REGISTRATION_ADDRESS": "Está faltando ou incompleto.",
  "due.TAX_COUNTRY": "Ainda não sabemos sua nacionalidade.",
  "due.OCCUPATION": "Ainda não sabemos com o que você trabalha.",
  "due.DOC_SOURCE_OF_FUNDS":
    "Um documento que mostre de onde vem seu dinheiro, como um holerite ou um extrato bancário.",
  "due.DOC_FATCA": "As regras fiscais dos EUA pedem um de cada cliente, onde quer que more.",
  "due.DOC_BIOMETRIC_REPORT": "O relatório da checagem de identidade que você já fez.",
  "due.DOC_PROOF_OF_ADDRESS": "Um documento recente com seu nome e endereço, como uma conta de luz.",
  "due.other": "Nossa equipe de suporte pode explicar melhor.",

  "pending.SDK_VERIFICATION_COMPLETED": "Está em análise.",
  "pending.KYC_STATUS": "Vem quando todas as checagens terminarem.",
  "pending.other": "Já recebemos e estamos analisando.",

  "document.SOURCE_OF_FUNDS": "Origem dos recursos",
  "document.W9": "Formulário W-9",
  "document.W8BEN": "Formulário W-8BEN",
  "document.BIOMETRIC_REPORT": "Relatório de identidade",
  "document.PROOF_OF_ADDRESS": "Comprovante de endereço",
  "document.other": "Outro documento",
  "hint.W9": "para cidadãos e residentes fiscais dos EUA",
  "hint.W8BEN": "para todas as outras pessoas",

  "upload.which": "Qual se aplica a você?",
  "upload.choose": "Escolher um arquivo",
  "upload.replace": "Escolher outro arquivo",
  "upload.drop": "ou solte-o aqui",
  "upload.accepts": "{types}",
  "upload.limit": "{types}, até {size}",
  "upload.images": "imagem",
  "upload.checking": "Conferindo o arquivo…",
  "upload.good": "Pronto para enviar",
  "upload.send": "Enviar",
  "upload.sending": "Enviando…",
  "upload.sent": "Enviado. Agora vamos analisar.",
  "upload.failed": "Não chegou até nós. Envie de novo, por favor.",
  "upload.unchecked": "Não conseguimos conferir este arquivo. Tente de novo.",

  "problem.empty": "Este arquivo está vazio. Escolha o que contém seu documento.",
  "problem.too_large":
    "Este arquivo é grande demais ({size}). Escolha um de até {limit} ou digitalize com qualidade menor.",
  "problem.content_type_not_accepted":
    "Não podemos aceitar este tipo de arquivo. Escolha um deste tipo: {types}.",
  "problem.content_type_invalid": "Não sabemos que tipo de arquivo é este. Escolha um deste tipo: {types}.",
  "problem.content_mismatch":
    "Este arquivo não é o que o nome diz. Abra, salve de novo e escolha o arquivo novo.",
  "problem.content_unrecognised":
    "Não reconhecemos este tipo de arquivo. Confira se ele abre antes de enviar.",
  "problem.not_pdf": "Este relatório precisa ser um PDF. Escolha o PDF que você recebeu.",
  "problem.needs_w9": "Cidadãos e residentes fiscais dos EUA precisam do formulário W-9.",
  "problem.needs_w8ben":
    "O formulário W-9 é só para cidadãos e residentes fiscais dos EUA. Você precisa do W-8BEN.",
  "problem.w9_from_other_national":
    "O formulário W-9 é só para cidadãos e residentes fiscais dos EUA. Se não for o seu caso, envie o W-8BEN.",
  "problem.instead": "Trocar para {document}",
  "problem.other": "Não precisamos deste documento de você. Nossa equipe de suporte pode explicar melhor.",
};
