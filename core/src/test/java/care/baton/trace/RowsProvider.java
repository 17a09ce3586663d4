package care.baton.trace;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Reads the rows that {@link Rows} names. */
final class RowsProvider implements ArgumentsProvider, AnnotationConsumer<Rows> {
    private List<Row> rows = List.of();

    @Override
    public void accept(Rows annotation) {
        rows = Requirements.rows(annotation.value());
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        return rows.stream().map(Arguments::of);
    }
}
