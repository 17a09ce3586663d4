package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.RecordFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One field that must be known at one place of a pathway, as a line of a table: its name, who may supply it, how firmly
 * at least, and whether "none known" will do.
 */
record Asked(String field, List<String> suppliers, Grade grade, boolean none) {

    /** Reads a table: {@code field | supplier supplier | grade | none or said}. */
    static List<Asked> table(String lines) {
        return lines.lines().map(line -> line.split("\\|", -1)).map(Asked::of).toList();
    }

    static Asked of(String[] cells) {
        return new Asked(
                cells[0].strip(),
                List.of(cells[1].strip().split(" ")),
                cells[2].strip().equals("confirmed") ? Grade.CONFIRMED : Grade.RECORDED,
                cells[3].strip().equals("none"));
    }

    /**
     * At a place that everything is there for: takes each field away, makes it weaker than it may be, says "none
     * known" instead, and puts it back as firmly as it must be by each who may; every time the place must refuse or
     * let pass as the table says, and name all of it.
     */
    static void holds(List<Asked> table, Scene arrived, Function<Scene, List<Refusal>> tries) {
        assertThat(fields(tries.apply(arrived))).isEmpty();
        Scene nothing = arrived.fork();
        table.forEach(a -> nothing.forgets(a.field));
        assertThat(fields(tries.apply(nothing)))
                .containsExactlyElementsOf(table.stream()
                        .map(a -> "FIELD_MISSING " + a.field + " " + a.suppliers)
                        .sorted()
                        .toList());
        Scene weak = arrived.fork();
        table.forEach(a -> a.at(weak, a.suppliers.get(0), a.weaker()));
        assertThat(fields(tries.apply(weak)))
                .containsExactlyElementsOf(table.stream()
                        .map(a -> "FIELD_TOO_WEAK " + a.field + " " + a.suppliers)
                        .sorted()
                        .toList());
        Scene none = arrived.fork();
        table.forEach(a -> none.does(a.suppliers.get(0), a.fact(Sensitive.none(), Grade.CONFIRMED)));
        assertThat(fields(tries.apply(none)))
                .containsExactlyElementsOf(table.stream()
                        .filter(a -> !a.none)
                        .map(a -> "FIELD_MISSING " + a.field + " " + a.suppliers)
                        .sorted()
                        .toList());
        List<Scene> exact = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            Scene scene = arrived.fork();
            for (Asked a : table) {
                a.at(scene, a.suppliers.get(n % a.suppliers.size()), a.grade);
            }
            exact.add(scene);
        }
        assertThat(exact)
                .allSatisfy(scene -> assertThat(fields(tries.apply(scene))).isEmpty());
    }

    private static List<String> fields(List<Refusal> refusals) {
        return Scene.told(refusals).stream()
                .filter(line -> line.startsWith("FIELD_"))
                .sorted()
                .toList();
    }

    private Grade weaker() {
        return Grade.values()[grade.ordinal() - 1];
    }

    private void at(Scene scene, String role, Grade how) {
        scene.does(role, fact(Sensitive.of(Scene.fitting(field)), how));
    }

    private RecordFact fact(Sensitive value, Grade how) {
        return new RecordFact(Code.of(field), value, Code.of("file"), how);
    }
}
