# What the org has of the solution, read from its components, and its alternate keys.

$ComponentTable = 1
$ComponentRole = 20
$ComponentProfile = 70
$ComponentStep = 92

function Read-Solution {
    $found = @(Get-Rows solutions '$select=solutionid,version,ismanaged', "`$filter=uniquename eq '$Solution'", '$expand=publisherid($select=customizationprefix)')
    if ($found.Count -ne 1) { Stop-Run 3 solution.missing $Solution, $Url }
    $script:Prefix = $found[0].publisherid.customizationprefix
    Write-Text solution.found $Solution, $found[0].version, (Get-Text ($found[0].ismanaged ? 'solution.managed' : 'solution.unmanaged')), $Url
    $types = ($ComponentTable, $ComponentRole, $ComponentProfile, $ComponentStep | ForEach-Object { "componenttype eq $_" }) -join ' or '
    $script:Components = @(Get-Rows solutioncomponents '$select=componenttype,objectid,rootcomponentbehavior', "`$filter=_solutionid_value eq $($found[0].solutionid) and ($types)")
}

function Get-ComponentIds([int] $Type) {
    $Components | Where-Object { $_.componenttype -eq $Type } | ForEach-Object { $_.objectid }
}

# The keys of our tables, and ours of other tables. A key is as new as its status here: definitions are cached for half a minute
# unless strong consistency is asked for.
function Read-Keys {
    $script:Keys = @(foreach ($table in Get-ComponentIds $ComponentTable) {
        $definition = Invoke-Org GET "EntityDefinitions($table)?`$select=LogicalName&`$expand=Keys(`$select=LogicalName,EntityKeyIndexStatus)" '' @{ Consistency = 'Strong' }
        foreach ($key in $definition['Keys'] | Where-Object { $_.LogicalName.StartsWith("${Prefix}_", [StringComparison]::Ordinal) }) {
            @{ Table = $definition.LogicalName; Key = $key.LogicalName; Status = $key.EntityKeyIndexStatus }
        }
    })
}

function Format-Keys($Some) {
    ($Some | ForEach-Object { "$($_.Table).$($_.Key) $($_.Status)" }) -join ', '
}

function Wait-Keys {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $patience = 0
    while ($true) {
        Read-Keys
        if ($Keys.Count -eq 0) { Stop-Run 3 keys.none }
        $open = @($Keys | Where-Object { $_.Status -ne 'Active' })
        $failed = @($Keys | Where-Object { $_.Status -eq 'Failed' })
        if ($open.Count -eq 0) {
            Write-Text keys.active $Keys.Count
            return
        }
        if ($failed.Count -gt 0 -and $patience -eq 0) {
            if (-not $Reactivate) { Stop-FailedKeys $failed }
            Restore-Keys $failed
            # The new job may take some looks to show.
            $patience = 4
            $script:Reactivate = $false
        }
        $patience = [math]::Max(0, $patience - 1)
        if ($DryRun) {
            Write-Text keys.dry (Format-Keys $open)
            return
        }
        if ($watch.Elapsed.TotalSeconds -ge $Timeout) { Stop-Run 5 keys.timeout $Timeout, (Format-Keys $open) }
        Write-Text keys.waiting ($Keys.Count - $open.Count), $Keys.Count, (Format-Keys $open)
        Start-Sleep -Milliseconds ([int] ([double] $Poll * 1000))
    }
}

function Stop-FailedKeys($Failed) {
    $Failed | Select-Object -SkipLast 1 | ForEach-Object { Write-Complaint keys.failed $_.Table, $_.Key }
    Stop-Run 4 keys.failed $Failed[-1].Table, $Failed[-1].Key
}

function Restore-Keys($Failed) {
    foreach ($key in $Failed) {
        Write-Org POST ReactivateEntityKey (ConvertTo-Body ([ordered]@{ EntityLogicalName = $key.Table; EntityKeyLogicalName = $key.Key }))
        Write-Deed keys.reactivated $key.Table, $key.Key
    }
}
