package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much room the disks of some folders have left.
public final class DiskInspection implements Inspection {
  private static final long MEGABYTE = 1024L * 1024;

  /// Less, and the database and uploads soon fail.
  private static final long TOO_LITTLE = 200 * MEGABYTE;

  /// Some hundred photos of a few megabytes with their results.
  private static final long ENOUGH = 2_048 * MEGABYTE;

  private final List<Path> folders;
  private final long tooLittle;
  private final long enough;

  /// @param folders those that need room; of several on one disk the first one is reported
  public DiskInspection(List<Path> folders) {
    this(folders, TOO_LITTLE, ENOUGH);
  }

  DiskInspection(List<Path> folders, long tooLittle, long enough) {
    this.folders = List.copyOf(folders);
    this.tooLittle = tooLittle;
    this.enough = enough;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DISK;
  }

  @Override
  public List<Finding> findings() throws IOException {
    var findings = new ArrayList<Finding>();
    Set<FileStore> seen = new HashSet<>();
    for (Path folder : folders) {
      FileStore disk = Files.getFileStore(existing(folder));
      if (seen.add(disk)) {
        findings.add(finding(folder, disk.getUsableSpace()));
      }
    }
    return findings;
  }

  private Finding finding(Path folder, long free) {
    FindingCode code =
        free < tooLittle
            ? FindingCode.DISK_FULL
            : free < enough ? FindingCode.DISK_SHORT : FindingCode.DISK_ROOMY;
    return Finding.of(area(), code).with("folder", folder).with("free_mb", free / MEGABYTE);
  }

  /// A folder that is yet to be made will be on the disk of the one above.
  private static Path existing(Path folder) throws IOException {
    for (Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return above;
      }
    }
    throw new IOException("there is no folder above " + folder);
  }
}
