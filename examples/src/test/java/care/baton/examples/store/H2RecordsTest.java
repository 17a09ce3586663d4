package care.baton.examples.store;

import care.baton.store.RecordStore;
import care.baton.store.RecordStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract that every store keeps, against an H2 file. */
class H2RecordsTest extends RecordStoreContract {

    @TempDir
    private Path directory;

    private Dying dying = new Dying(H2Records.at("jdbc:h2:mem:unused"));

    @BeforeEach
    void empty() {
        dying = new Dying(H2Records.file(directory.resolve("records")));
    }

    @Override
    protected RecordStore open() {
        return new H2Store(dying.source());
    }

    @Override
    protected void dieAfter(int entries) {
        dying.after(entries);
    }
}
