package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each package knows only those before it. */
class OrderTest {
    /** Every package of the core, and those of earlier lines it stands on; what they stand on it may use too. */
    private static final String ORDER = """
            history     ->
            outcome     -> history
            time        -> outcome
            party       -> time
            consent     -> party
            evidence    -> consent
            ownership   -> evidence
            pathway     -> evidence
            obligation  -> ownership pathway
            escalation  -> obligation
            handoff     -> escalation
            note        -> escalation
            risk        -> note
            plan        -> handoff
            disclosure  -> plan risk
            record      -> disclosure
            review      -> record
            catalog     -> review
            json        -> catalog
            """;

    private static final Map<String, Set<String>> MAY_USE = mayUse();

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(packages())
                .allSatisfy(name ->
                        assertThat(MAY_USE).as("no place in the order: " + name).containsKey(name));
    }

    @Test
    void noArrowRunsAgainstTheOrder() {
        Set<String> against = new TreeSet<>();
        for (JavaClass from : Core.classes()) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(to)
                        && !MAY_USE.getOrDefault(shortName(from), Set.of()).contains(shortName(to))) {
                    against.add(shortName(from) + " -> " + shortName(to) + ": " + from.getSimpleName() + " uses "
                            + to.getSimpleName());
                }
            }
        }
        assertThat(against).as("arrows against the order").isEmpty();
    }

    private static Set<String> packages() {
        Set<String> names = new TreeSet<>();
        Core.classes().stream()
                .filter(OrderTest::isOurs)
                .map(OrderTest::shortName)
                .forEach(names::add);
        return names;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("care.baton.");
    }

    private static String shortName(JavaClass type) {
        return type.getPackageName()
                .substring(
                        Math.min("care.baton.".length(), type.getPackageName().length()));
    }

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> mayUse = new LinkedHashMap<>();
        ORDER.lines().forEach(line -> {
            String[] sides = line.split("->", -1);
            Set<String> below = new TreeSet<>(Set.of(sides[0].strip()));
            Arrays.stream(sides[1].strip().split(" ", -1))
                    .filter(name -> !name.isEmpty())
                    .forEach(name ->
                            below.addAll(Objects.requireNonNull(mayUse.get(name), name + " is on no earlier line")));
            mayUse.put(sides[0].strip(), below);
        });
        return mayUse;
    }
}
