package dev.tradewind.standalone.system;

/** Who wants to know what the system is doing. */
public interface Progress {
  /** Nobody. */
  Progress SILENT = (what, work) -> work.run();

  /** Runs one step of some seconds, told before and after. */
  void step(String what, Runnable work);
}
