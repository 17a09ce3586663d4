package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remarked while one answer is taken in: each thing once, and no more of them than somebody can look at. A warning
 * of one kind is said once of all places in a list, and makes room for an error.
 */
final class Remarks {

    private static final int MOST = 100;

    private final Map<MappingIssue, MappingIssue> issues = new LinkedHashMap<>();
    private int repeated;

    void add(MappingIssue issue) {
        MappingIssue kind = issue.severity() == Severity.ERROR ? issue : anywhere(issue);
        if (issues.containsKey(kind) || (issues.size() >= MOST && !makesRoom(kind))) {
            repeated++;
        } else {
            issues.put(kind, issue);
        }
    }

    private static MappingIssue anywhere(MappingIssue issue) {
        return new MappingIssue(issue.severity(), issue.code(), issue.path().replaceAll("\\[\\d+]", ""));
    }

    private boolean makesRoom(MappingIssue wanted) {
        List<MappingIssue> less = issues.keySet().stream()
                .filter(one -> wanted.severity() == Severity.ERROR && one.severity() != Severity.ERROR)
                .toList();
        if (less.isEmpty()) {
            return false;
        }
        issues.remove(less.get(less.size() - 1));
        repeated++;
        return true;
    }

    void addAll(List<MappingIssue> more) {
        more.forEach(this::add);
    }

    List<MappingIssue> issues() {
        return List.copyOf(issues.values());
    }

    int repeated() {
        return repeated;
    }
}
