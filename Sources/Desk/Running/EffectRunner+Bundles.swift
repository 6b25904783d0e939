import Files
import Matchmaking
import Screens
import Store
import Wording

/// What other copies of the file know.
extension EffectRunner {
  func tried(_ path: String) throws -> Result<MergeOutcome, Refusal> {
    do {
      return .success(try store.merge(RosterDesk.expanded(path), rehearsing: true))
    } catch let refusal as Refusal {
      return .failure(refusal)
    }
  }

  func written(_ path: String, _ language: Language) -> Result<BundleContents, Fault> {
    let path = RosterDesk.expanded(path)
    do {
      let file = try OutputFile(
        at: OutputPlace(path, over: .refused, sparing: SparedFiles(store: store.path)))
      return .success(try BundleFile.write(reader(), to: file))
    } catch let refusal as OutputRefusal {
      return .failure(.other(refusal.phrase(language)))
    } catch {
      return .failure(Fault(error))
    }
  }
}
