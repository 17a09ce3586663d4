package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is remarked while one answer is taken in: each thing once, and no more of them than somebody can look at. */
final class Remarks {

    private static final int MOST = 100;

    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private int repeated;

    void add(MappingIssue issue) {
        boolean isNew = issues.size() < MOST && issues.add(issue);
        if (!isNew) {
            repeated++;
        }
    }

    void addAll(List<MappingIssue> more) {
        more.forEach(this::add);
    }

    List<MappingIssue> issues() {
        return List.copyOf(issues);
    }

    int repeated() {
        return repeated;
    }
}
