package care.baton.fhir.server;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Why;
import care.baton.outcome.Refusal;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What is said to a system that is turned away: codes and places, and nothing of what it sent or what we hold. */
final class Outcomes {

    private static final int UNSUPPORTED = 415;

    private Outcomes() {}

    static BaseServerResponseException of(Turned turned) {
        OperationOutcome outcome = outcome(type(turned.why()), turned.issues());
        for (Refusal refusal : turned.refusals()) {
            String code = refusal.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
            add(outcome, IssueType.BUSINESSRULE, code).setDiagnostics(refusal.path());
        }
        String words = turned.why().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (turned.why()) {
            case NOT_THERE -> new ResourceNotFoundException(words, outcome);
            case NO_VERSION, MALFORMED -> new InvalidRequestException(words, outcome);
            case OTHER_VERSION -> new PreconditionFailedException(words, outcome);
            case TOO_LARGE -> new PayloadTooLargeException(words, outcome);
            case NOT_ALLOWED -> new UnprocessableEntityException(words, outcome);
        };
    }

    static BaseServerResponseException away(Why why, String code, String path) {
        return of(Turned.away(why, code, path));
    }

    static BaseServerResponseException unknownCaller() {
        AuthenticationException no = new AuthenticationException("caller not known");
        no.setOperationOutcome(one(IssueType.LOGIN, "caller-not-known"));
        return no;
    }

    static BaseServerResponseException unsupported(String code) {
        return new UnclassifiedServerFailureException(UNSUPPORTED, "not supported", one(IssueType.NOTSUPPORTED, code));
    }

    static BaseServerResponseException notSearched(String code) {
        return new InvalidRequestException("not supported", one(IssueType.NOTSUPPORTED, code));
    }

    static BaseServerResponseException notServed(int status) {
        return new UnclassifiedServerFailureException(
                status, "not supported", one(IssueType.NOTSUPPORTED, "request-not-supported"));
    }

    static BaseServerResponseException busy() {
        return new UnclassifiedServerFailureException(503, "busy", one(IssueType.TRANSIENT, "busy"));
    }

    /** Whether it says why in a code, and not in words alone, as HAPI does. */
    static boolean isCoded(@Nullable IBaseOperationOutcome said) {
        return said instanceof OperationOutcome outcome
                && outcome.getIssue().stream()
                        .anyMatch(issue -> issue.getDetails().hasCoding());
    }

    /** Why the host could not is for the host's own log; whoever called learns that it could not. */
    static BaseServerResponseException broken(Throwable cause) {
        InternalErrorException no = new InternalErrorException("not available", cause);
        no.setOperationOutcome(one(IssueType.EXCEPTION, "not-available"));
        return no;
    }

    private static OperationOutcome one(IssueType type, String code) {
        OperationOutcome outcome = new OperationOutcome();
        add(outcome, type, code);
        return outcome;
    }

    private static OperationOutcome outcome(IssueType type, List<MappingIssue> issues) {
        OperationOutcome outcome = new OperationOutcome();
        for (MappingIssue issue : issues) {
            OperationOutcome.OperationOutcomeIssueComponent one =
                    add(outcome, type, issue.code().value());
            if (!issue.path().isEmpty()) {
                one.addExpression(issue.path());
            }
        }
        return outcome;
    }

    private static OperationOutcome.OperationOutcomeIssueComponent add(
            OperationOutcome outcome, IssueType type, String code) {
        OperationOutcome.OperationOutcomeIssueComponent issue =
                outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type);
        issue.getDetails().addCoding().setSystem(FhirSystems.ISSUES).setCode(code);
        return issue;
    }

    private static IssueType type(Why why) {
        return switch (why) {
            case NOT_THERE -> IssueType.NOTFOUND;
            case NO_VERSION -> IssueType.REQUIRED;
            case OTHER_VERSION -> IssueType.CONFLICT;
            case TOO_LARGE -> IssueType.TOOLONG;
            case MALFORMED -> IssueType.STRUCTURE;
            case NOT_ALLOWED -> IssueType.BUSINESSRULE;
        };
    }
}
