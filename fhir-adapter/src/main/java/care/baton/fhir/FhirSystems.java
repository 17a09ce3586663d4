package care.baton.fhir;

/**
 * Every web address that stands for a code list, an extension or a profile: ours, FHIR's and the
 * partners'. There is no other file that spells one.
 */
public final class FhirSystems {

    /** The beginning of every address of ours. */
    public static final String OURS = "https://baton.care/fhir";

    /** By when an answer is owed, as an instant; on the Task of an offer. */
    public static final String RESPOND_BY = OURS + "/StructureDefinition/respond-by";

    /** One condition of an acceptance: text, kind, holder, due, agreed, met; repeats. */
    public static final String TERM = OURS + "/StructureDefinition/term";

    /** What was said beside an answer: what was understood, or what is recommended instead. */
    public static final String ANSWER_WORDS = OURS + "/StructureDefinition/answer-words";

    /** Which part of a structured message a payload is. */
    public static final String SECTION = OURS + "/StructureDefinition/section";

    /** Which version of an ended Task the sender has read. */
    public static final String SEEN_BY_SENDER = OURS + "/StructureDefinition/seen-by-sender";

    /** Which command of ours wrote this version. */
    public static final String COMMAND = OURS + "/StructureDefinition/command";

    /** Which version of what it is about was read when a Task was accepted. */
    public static final String FOCUS_READ = OURS + "/StructureDefinition/focus-read";

    /** The business identifiers that we give to what we create: the handoff's, and which offer or part of it. */
    public static final String IDENTIFIERS = OURS + "/NamingSystem/handoff";

    /** In which role, and by which person, an organization holds something; on the reference to the organization. */
    public static final String HOLDER = OURS + "/StructureDefinition/holder";

    /** What somebody did with a handoff. */
    public static final String ACTIVITIES = OURS + "/CodeSystem/activity";

    /** What is asked of another organization. */
    public static final String SERVICES = OURS + "/CodeSystem/service";

    /** What somebody owes beside an answer to an offer. */
    public static final String OBLIGATIONS = OURS + "/CodeSystem/obligation";

    /** The business identifiers of what is owed. */
    public static final String OBLIGATION_KEYS = OURS + "/NamingSystem/obligation";

    /** Where something owed stands that no status of a Task says. */
    public static final String STANDING = OURS + "/CodeSystem/standing";

    /** What is owed in the place of this. */
    public static final String REPLACED_BY = OURS + "/StructureDefinition/replaced-by";

    /** The messages that go with an offer, or in its place. */
    public static final String REPORTS = OURS + "/CodeSystem/report";

    /** In which role somebody acted. */
    public static final String ROLES = OURS + "/CodeSystem/role";

    /** FHIR: in which part somebody had a hand in what is told. */
    public static final String PROVENANCE_PARTICIPANT =
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    /** Our coded reasons, beside the partner's own. */
    public static final String REASONS = OURS + "/CodeSystem/reason";

    /** Why a server of ours did not take what was written to it. */
    public static final String ISSUES = OURS + "/CodeSystem/issue";

    /** FHIR: this Task takes the place of another. */
    public static final String TASK_REPLACES = "http://hl7.org/fhir/StructureDefinition/task-replaces";

    /** FHIR: what is to be done with the focus of a Task. */
    public static final String TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code";

    /** FHIR: what is to be done with a claim or a payment. */
    public static final String FINANCIAL_TASK_CODE = "http://terminology.hl7.org/CodeSystem/financialtaskcode";

    /** Da Vinci CDex: requests for data and attachments between payer and provider. */
    public static final String CDEX_TASK_CODE = "http://hl7.org/fhir/us/davinci-cdex/CodeSystem/cdex-temp";

    /** Da Vinci PAS: what is asked of a provider before an authorization. */
    public static final String PAS_TASK_CODE = "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes";

    /** Structured data capture: what a person is asked to fill in. */
    public static final String SDC_TASK_CODE = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";

    /** SDOH Clinical Care: what a person is asked to do. */
    public static final String SDOHCC_CODES =
            "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";

    /** Clinical Order Workflow: its temporary codes. */
    public static final String COW_CODES = "http://hl7.org/fhir/uv/cow/CodeSystem/temp";

    /** BSeR: where a referral stands, in its own numbers. */
    public static final String BSER_BUSINESS_STATUS = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS";

    private FhirSystems() {}
}
