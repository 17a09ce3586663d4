package care.baton.fhir.task;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.outcome.Code;
import java.util.function.Predicate;

/**
 * One thing that may be said against a Task, and what it stands in the way of.
 *
 * @param code its name
 * @param path where on the Task
 * @param blocks what it stands in the way of
 * @param severity how much it matters
 * @param raised when it is raised
 */
record Doubt(Code code, String path, Blocks blocks, Severity severity, Predicate<Facts> raised) {

    /** What a doubt stands in the way of: import is slow to give and quick to take back. */
    enum Blocks {
        /** Nothing: it is told, no more. */
        NOTHING,
        /** Work does not leave the sender while it stands. */
        GIVING,
        /** No step is read from the Task while it stands. */
        EVERYTHING
    }

    static Doubt everything(String code, String path, Predicate<Facts> raised) {
        return new Doubt(Code.of(code), path, Blocks.EVERYTHING, Severity.ERROR, raised);
    }

    static Doubt giving(String code, String path, Predicate<Facts> raised) {
        return new Doubt(Code.of(code), path, Blocks.GIVING, Severity.WARNING, raised);
    }

    static Doubt warning(String code, String path, Predicate<Facts> raised) {
        return new Doubt(Code.of(code), path, Blocks.NOTHING, Severity.WARNING, raised);
    }

    static Doubt remark(String code, String path, Predicate<Facts> raised) {
        return new Doubt(Code.of(code), path, Blocks.NOTHING, Severity.INFORMATION, raised);
    }

    /** The same doubt, raised only where the Task is a handoff. */
    Doubt ofHandoff() {
        return new Doubt(code, path, blocks, severity, facts -> facts.handoff() && raised.test(facts));
    }

    /** The same doubt, raised only where the status of the Task is followed at all. */
    Doubt ofLife() {
        return new Doubt(code, path, blocks, severity, facts -> facts.lives() && raised.test(facts));
    }

    boolean blocks(Facts facts) {
        return blocks == Blocks.EVERYTHING || (blocks == Blocks.GIVING && facts.gives());
    }

    MappingIssue issue() {
        return new MappingIssue(severity, code, path);
    }
}
